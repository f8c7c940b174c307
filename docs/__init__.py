"""The documents, and build.py, which writes those of them that follow from the code."""

"""python -m onrecord: the command line, where the folder of commands is not on the path."""

from onrecord.views.cli import main

if __name__ == "__main__":
    main()

"""What meets a reader's eyes: the command line, the table, the page, and the files other programs take up."""

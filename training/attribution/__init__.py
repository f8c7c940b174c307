"""The recipe of the attribution model: `python -m training.attribution --help`."""

"""Fitting of the weights that say whom a pronoun means."""

"""How good is it: our own cases, the scores on them and on PolNeAR dev, and the floors they must not fall below."""

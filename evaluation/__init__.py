"""How good the shipped models are, measured: `python -m evaluation.gate`."""

"""Learned weights and what it takes to run them: features, the encoder, decoding. No torch, no network."""

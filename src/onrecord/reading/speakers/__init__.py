"""Who is speaking: sources resolved, their kind, the chain their words came through."""

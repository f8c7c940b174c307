"""How fast onrecord is, how soon it starts, how much memory it takes: measured, beside the peer a user would pick."""

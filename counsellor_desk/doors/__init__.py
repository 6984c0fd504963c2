"""The two doors into a vault: the real one, and the one into the practice vault. Here custody and vault meet."""

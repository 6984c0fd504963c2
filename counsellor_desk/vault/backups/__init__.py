"""Verified copies of the vault elsewhere: made, let go, cleared of what was destroyed, tried out, brought back."""

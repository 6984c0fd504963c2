"""What the counsellor sees: the only Qt."""

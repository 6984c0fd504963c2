"""Long searches for rare failures: ``python3 packaging/dev.py campaign NAME``."""

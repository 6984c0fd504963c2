"""Copied words: marked as secret, and gone after a moment."""

"""Search, and what one can do from it."""

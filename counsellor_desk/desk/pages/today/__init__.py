"""Today: what asks for attention, and the quarter at a glance."""

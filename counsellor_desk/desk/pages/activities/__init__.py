"""Activities and professional hours."""

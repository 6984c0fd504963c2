"""Cases: the list, and the one that is open."""

"""A synthetic practice to try the desk on: invented, the same every time, never mixed with real cases."""

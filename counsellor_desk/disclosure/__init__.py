"""What may be said: tables and numbers, rounding, certificate. Knows nothing of counsellors. Pure."""

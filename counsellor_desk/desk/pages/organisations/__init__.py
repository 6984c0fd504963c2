"""Organisations and what they ask of the figures."""

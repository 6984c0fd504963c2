"""Figures: what would be published, publishing it, and what readers could work out."""

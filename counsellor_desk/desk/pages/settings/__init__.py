"""Settings, with backups and what belongs to them."""

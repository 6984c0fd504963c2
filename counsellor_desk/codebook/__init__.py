"""Code lists as versioned data: load, validate, label, roll up, find. Pure."""

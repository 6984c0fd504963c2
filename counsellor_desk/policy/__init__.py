"""What the organisation's IT has set: read, tighten, explain."""

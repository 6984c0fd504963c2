"""The command line: counsellor-desk."""

"""python -m counsellor_desk."""

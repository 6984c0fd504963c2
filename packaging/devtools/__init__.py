"""What stands behind ``dev.py``: the environment, the system's libraries, the test session, the checks."""

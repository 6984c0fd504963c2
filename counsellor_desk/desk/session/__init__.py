"""What the desktop around the desk says of the person at it: the session was locked, the machine goes to sleep."""

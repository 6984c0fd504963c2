"""What every form and every page of the desk promises, held to one table of them all."""

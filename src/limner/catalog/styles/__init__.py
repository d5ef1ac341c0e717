"""One file for each style."""

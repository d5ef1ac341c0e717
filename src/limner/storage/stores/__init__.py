"""One database per file."""

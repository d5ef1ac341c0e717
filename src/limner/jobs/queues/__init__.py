"""Ways to wake a worker, one per file."""

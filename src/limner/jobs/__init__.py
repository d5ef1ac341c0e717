"""What was asked for, its state and its progress. The row is the truth; a queue only wakes a worker."""

"""One file for each outfit, and what goes with it."""

"""One file for each template, and the things that stand in it."""

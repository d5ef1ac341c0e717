"""A person as numbers: measured from a photo, corrected by name."""

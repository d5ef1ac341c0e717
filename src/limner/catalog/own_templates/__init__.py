"""Templates that are folders of the user's own: a manifest and pictures, read with care."""

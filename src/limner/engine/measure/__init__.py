"""Photo and mesh to numbers: proportions, skin, hair, eyes, beard, glasses."""

"""Animals that any scene may have, drawn on the spot where they sit."""

"""What there is to choose from: styles, templates, outfits."""

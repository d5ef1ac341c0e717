"""Finished pictures: artworks with their renditions and where they come from, and albums of them."""

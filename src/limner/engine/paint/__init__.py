"""Pixels painted: the photo itself as a portrait, and finishes over a drawn page."""

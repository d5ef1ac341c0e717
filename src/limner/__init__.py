"""Limner turns a photo of someone you love into an illustrated character."""

__version__ = "0.1.0"

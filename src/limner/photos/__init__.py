"""Bytes to an accepted photo."""

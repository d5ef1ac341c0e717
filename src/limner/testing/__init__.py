"""Contracts as tests: whoever adds a style or a template runs them on their own."""

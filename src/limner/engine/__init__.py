"""The local engine: arrays, vectors and numbers in and out; no I/O, settings, clock, network or global state."""

ENGINE_VERSION = "2"
"""Raised when the same character, style, template and seed would give other bytes than before."""

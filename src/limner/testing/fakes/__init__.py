"""Local servers that speak the wire formats of outside services: for tests, and for trying things without a key."""

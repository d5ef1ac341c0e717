"""Adults who sign in and own everything below: passwords, sessions, keys, consents, limits, erasure, audit."""

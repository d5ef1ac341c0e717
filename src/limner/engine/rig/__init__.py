"""Numbers to layered vector shapes: head, hair, features, body and pose."""

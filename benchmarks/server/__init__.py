"""What the server takes: time, room and memory, measured on real components."""

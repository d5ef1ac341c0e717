"""What models that draw on this machine by the diffusers library share: their weights, one place to draw, one draft."""

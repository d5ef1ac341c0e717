"""Who draws: the local engine or a provider, and the way from a photo to a finished picture."""

"""One file for each provider; `generation.registry` maps names to them."""

"""How well drawings point to their people: `python -m benchmarks.eval`, explained in docs/evaluation.md."""

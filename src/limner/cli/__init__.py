"""The command line: assembly only. Heavy imports wait inside the commands, so that `--help` answers at once."""

from limner.cli.app import main

__all__ = ["main"]

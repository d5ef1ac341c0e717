"""`python -m limner` is `limner`."""

from limner.cli.app import main

if __name__ == "__main__":
    main()

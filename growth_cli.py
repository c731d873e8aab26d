"""The door: `python growth_cli.py` is `growth`."""

from growth.cli import main

if __name__ == "__main__":
    main()

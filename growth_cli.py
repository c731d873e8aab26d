"""The door: `python growth_cli.py` is `growth`."""

from growth.__main__ import program

if __name__ == "__main__":
    program()

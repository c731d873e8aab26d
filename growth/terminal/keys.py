"""One key pressed, without Enter."""

import os
import sys

from growth.terminal.prompts import need_terminal
from growth.terminal.screen import Screen
from growth.text.clean import clean

END_OF_INPUT = "\x04"


def key(screen: Screen, prompt: str, allowed: str, flag: str) -> str:
    """Ask until one of the `allowed` keys is pressed; Ctrl-C and Ctrl-D leave."""
    import termios
    import tty

    need_terminal(screen, "a key for each entry", flag)
    sys.stderr.write(clean(prompt))
    sys.stderr.flush()
    stream = sys.stdin.fileno()
    before = termios.tcgetattr(stream)
    try:
        # Not TCSAFLUSH, the default: what a fast typist has pressed already is an answer, too.
        tty.setcbreak(stream, termios.TCSADRAIN)
        while True:
            pressed = os.read(stream, 1).decode("ascii", "replace").replace("\r", "\n")
            if pressed in ("", END_OF_INPUT):
                raise KeyboardInterrupt
            if pressed in allowed:
                sys.stderr.write(f"{pressed if pressed.isprintable() else ''}\n")
                sys.stderr.flush()
                return pressed
    finally:
        termios.tcsetattr(stream, termios.TCSADRAIN, before)

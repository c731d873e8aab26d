"""One key pressed, without Enter."""

import os
import sys

from growth.terminal.prompts import need_terminal
from growth.terminal.screen import Screen
from growth.text.clean import clean

END_OF_INPUT = "\x04"
# An arrow is Escape, one of two signs that more comes, and a letter.
ESCAPE, OPENS = 0x1B, (b"[", b"O")


def key(screen: Screen, prompt: str, allowed: str, flag: str) -> str:
    """Ask until one of the `allowed` keys is pressed, and again after any other; Ctrl-C and Ctrl-D leave."""
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
            byte = os.read(stream, 1)
            pressed = byte.decode("ascii", "replace").replace("\r", "\n")
            if pressed in ("", END_OF_INPUT):
                raise KeyboardInterrupt
            if pressed in allowed:
                sys.stderr.write(f"{pressed if pressed.isprintable() else ''}\n")
                sys.stderr.flush()
                return pressed
            _rest(stream, byte[0])
            sys.stderr.write(f"\n{clean(prompt)}")
            sys.stderr.flush()
    finally:
        termios.tcsetattr(stream, termios.TCSADRAIN, before)


def _rest(stream: int, first: int) -> None:
    """Read the rest of one key that sends several bytes, such as an arrow or a letter beyond ASCII."""
    from select import select

    left = next((count for least, count in ((0xF0, 3), (0xE0, 2), (0xC0, 1)) if first >= least), 0)
    opened = first == ESCAPE
    while (left or opened) and select([stream], [], [], 0)[0]:
        byte = os.read(stream, 1)
        left = max(0, left - 1)
        opened = opened and bool(byte) and (byte in OPENS or not (byte.isalpha() or byte == b"~"))

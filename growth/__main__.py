"""The program as a process of its own: run, then end at once."""

from growth.cli import main


def program() -> None:
    """Run the program, and end its process at once.

    All is written and closed by then. Taking the interpreter apart, module by module, would cost a
    fifth of a short command; what has registered itself for the end is still called.
    """
    import atexit
    import os

    code: object = 0
    try:
        main()
    except SystemExit as done:
        code = done.code
    atexit._run_exitfuncs()
    os._exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    program()

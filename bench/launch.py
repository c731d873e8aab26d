"""Run one command from a small process and write its CPU seconds, peak memory and exit code to a descriptor.

A child begins with the peak memory of the process that it was forked from, so that one has to be small.
"""

import os
import sys


def main() -> None:
    """Launch `argv[2:]`; `argv[1]` is the descriptor that the figures go to."""
    answer = int(sys.argv[1])
    pid = os.fork()
    if pid == 0:
        os.close(answer)
        os.execv(sys.argv[2], sys.argv[2:])
    _, status, usage = os.wait4(pid, 0)
    # ru_maxrss is in kilobytes on Linux, in bytes on macOS.
    scale = 1024 if os.uname().sysname == "Linux" else 1024 * 1024
    figures = (usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale, os.waitstatus_to_exitcode(status))
    os.write(answer, " ".join(str(figure) for figure in figures).encode())


if __name__ == "__main__":
    main()

"""Ctrl-C waits until what is being loaded is loaded.

An interruption strikes anywhere. While a module is loaded it may be swallowed there (by a weak reference that is told),
become another error (in pydantic's compiled part), or change the exit status though it was handled (in a dataclass
that is being made). Loading takes half a second at most; then it strikes.
"""

import _thread
import signal
import threading
from types import FrameType

_AGAIN_SECONDS = 0.05


def wait_while_loading() -> None:
    """From now on. Where interruptions are ignored, or another way is chosen, nothing changes."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupted)


def _interrupted(_: int, frame: FrameType | None) -> None:
    if not _loads(frame):
        raise KeyboardInterrupt
    again = threading.Timer(_AGAIN_SECONDS, _strike)
    again.daemon = True
    again.start()


def _strike() -> None:
    """A real signal where there is such a thing: it also wakes a main thread that waits."""
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:
        _thread.interrupt_main()


def _loads(frame: FrameType | None) -> bool:
    """Is a module, or a model of pydantic's, being made now?"""
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        if str(frame.f_globals.get("__name__", "")).partition(".")[0] == "pydantic":
            return True
        frame = frame.f_back
    return False

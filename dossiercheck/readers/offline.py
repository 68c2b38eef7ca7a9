"""A reader uses no network, and no library for it.

pyHanko loads aiohttp the moment that it is imported, for timestamps and revocation lists which it is never asked to
fetch here. That is a third of the time pyHanko takes to load, and a way out for what a dossier holds. In a worker a
name that can do nothing stands in its place.
"""

import sys
from types import ModuleType

_CLIENT = "aiohttp"


class NoNetwork:
    """Stands where pyHanko names a class of the network library; it can be named, never made."""

    def __init__(self, *_: object, **__: object) -> None:
        raise ConnectionError("a reader uses no network")


class _Nothing(ModuleType):
    """A module in which every name is NoNetwork."""

    def __getattr__(self, name: str) -> type[NoNetwork]:
        if name.startswith("__"):
            raise AttributeError(name)
        return NoNetwork


def go_offline() -> None:
    """From now on this process has no network library. Before pyHanko is imported; once it is, nothing changes."""
    sys.modules.setdefault(_CLIENT, _Nothing(_CLIENT))

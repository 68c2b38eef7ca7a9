"""Where the cache is, and whether it may be used: a folder of the user's own, which nobody else may enter."""

import os
import stat
import sys
from pathlib import Path

from dossiercheck.errors import DossiercheckError

FOLDER_VARIABLE = "DOSSIERCHECK_CACHE_DIR"
OFF_VARIABLE = "DOSSIERCHECK_NO_CACHE"
_OTHERS = 0o077


class CacheRefused(DossiercheckError):
    """The folder may not be used as a cache; a check goes on without one."""


def cache_folder() -> Path:
    """`DOSSIERCHECK_CACHE_DIR`, else what is usual on this system. It need not exist."""
    given = os.environ.get(FOLDER_VARIABLE)
    if given:
        return Path(given)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "dossiercheck" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "dossiercheck"
    stated = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(stated) if Path(stated).is_absolute() else Path.home() / ".cache"
    return base / "dossiercheck"


def is_switched_off() -> bool:
    """Does the environment ask for no cache?"""
    return os.environ.get(OFF_VARIABLE, "") not in ("", "0")


def check(folder: Path) -> bool:
    """Is the folder there? Raises CacheRefused when it may not be used."""
    try:
        found = folder.lstat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _refused(folder, "kan niet worden geopend", "cannot be opened") from error
    if stat.S_ISLNK(found.st_mode):
        raise _refused(folder, "is een koppeling", "is a link")
    if not stat.S_ISDIR(found.st_mode):
        raise _refused(folder, "is geen map", "is no folder")
    if hasattr(os, "geteuid"):
        if found.st_uid != os.geteuid():
            raise _refused(folder, "is van iemand anders", "is someone else's")
        if found.st_mode & _OTHERS:
            raise _refused(
                folder, "staat open voor anderen (sluit hem af: chmod 700)", "is open to others (close it: chmod 700)"
            )
    return True


def make(folder: Path) -> None:
    """Make it, for the user only. Raises OSError."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)


def _refused(folder: Path, nl: str, en: str) -> CacheRefused:
    return CacheRefused(
        nl=f"De cachemap {folder} {nl}; er wordt niets in bewaard of uit gelezen.",
        en=f"The cache folder {folder} {en}; nothing is kept there or read from it.",
    )

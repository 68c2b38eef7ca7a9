"""Room: readers. The bytes of a file become its content, in worker processes with limits."""

from dossiercheck.readers.pool import Progress, ReaderPool, read_files
from dossiercheck.readers.settings import DEFAULT_LIMITS, ReadLimits, ReadSettings

__all__ = ["DEFAULT_LIMITS", "Progress", "ReadLimits", "ReadSettings", "ReaderPool", "read_files"]

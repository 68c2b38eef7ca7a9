"""Readings as bytes and back.

Only our own value types come out: a worker that was taken over can hand on data, never code.
The same bytes serve the pipe between worker and parent and the cache.
"""

import hashlib
from dataclasses import replace

from dossiercheck import facts
from dossiercheck.cache import Codec
from dossiercheck.cache import NotAValue as NotAReading
from dossiercheck.findings import Reason
from dossiercheck.readers import content
from dossiercheck.readers.content import Reading

_CODEC = Codec(Reading, (facts, content), (Reason,))


def encode(reading: Reading) -> bytes:
    """The reading as bytes that `decode` takes."""
    return _CODEC.encode(replace(reading, digest="") if reading.digest else reading)


def decode(data: bytes) -> Reading:
    """The reading in `data`, with its digest. Raises NotAReading for whatever else it holds."""
    return replace(_CODEC.decode(data), digest=hashlib.sha256(data).hexdigest())


__all__ = ["NotAReading", "decode", "encode"]

"""What was read once is not read again: readings in the cache, by all that they depend on.

That is the file's bytes and whether they are read as a table, the limits, the OCR engine, the code of the readers and
the libraries beneath; for a file that may bear a seal also the moment judged by and the trust anchors. Whether it may,
only its reading tells: so under the first key either stands the reading, or that it depends on more.
"""

from dossiercheck.cache import Store, code_fingerprint, key_of, surroundings
from dossiercheck.readers import codec
from dossiercheck.readers.content import Reading
from dossiercheck.readers.ocr import engine_key
from dossiercheck.readers.settings import ReadSettings

ROOMS = ("cache", "dates", "errors", "facts", "findings", "intake", "readers", "trust")
"""The rooms whose code decides what a file reads as."""
_JUDGED = b"judged"
"""Stands in place of a reading that depends on the moment and the anchors."""


class KeptReadings:
    """The readings in the cache that hold for these settings."""

    def __init__(self, store: Store, settings: ReadSettings) -> None:
        self._store = store
        code = code_fingerprint(*ROOMS)
        self._usable = bool(code)
        self._same = key_of(code, surroundings(), engine_key(), repr(settings.limits))
        self._moment = key_of(settings.now.isoformat(), settings.anchors.fingerprint)

    def find(self, sha256: str, as_table: bool) -> Reading | None:
        """The reading of a file with this content; None where it must be read."""
        if not self._usable:
            return None
        found = self._store.get(self._key(sha256, as_table))
        judged = found == _JUDGED
        if judged:
            found = self._store.get(self._judged_key(sha256, as_table))
        if found is None:
            return None
        try:
            reading = codec.decode(found)
        except codec.NotAReading:
            return None
        fits = reading.sha256 == sha256 and reading.judged == judged and reading.lasting
        return reading if fits else None

    def keep(self, reading: Reading, encoded: bytes, as_table: bool) -> None:
        """Keep what was read, where another reading would give the same."""
        if not (self._usable and reading.lasting and reading.sha256):
            return
        key = self._key(reading.sha256, as_table)
        if reading.judged:
            self._store.put(self._judged_key(reading.sha256, as_table), encoded)
        self._store.put(key, _JUDGED if reading.judged else encoded)

    def _key(self, sha256: str, as_table: bool) -> str:
        return key_of("reading", self._same, sha256, str(as_table))

    def _judged_key(self, sha256: str, as_table: bool) -> str:
        return key_of("judged reading", self._same, self._moment, sha256, str(as_table))

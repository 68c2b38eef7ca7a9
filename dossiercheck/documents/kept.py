"""What was recognised once is not recognised again: documents in the cache, by all that they depend on.

That is the reading (by its digest), the file's name in the dossier, the requirement set's words, the code of the rooms
from readers to tender, and the libraries beneath.
"""

from dossiercheck import facts
from dossiercheck.cache import Codec, NotAValue, Store, code_fingerprint, key_of, surroundings
from dossiercheck.documents import (
    kinds,
    model,
    model_locations,
    model_organisation,
    model_personnel,
    model_signed,
)
from dossiercheck.documents.model import Document, Unreadable
from dossiercheck.findings import FactView, Reason
from dossiercheck.readers import Reading

ROOMS = (
    "cache",
    "dates",
    "documents",
    "errors",
    "facts",
    "findings",
    "intake",
    "patterns",
    "readers",
    "tender",
    "trust",
)
"""The rooms whose code decides what a reading is recognised as, and which words it is recognised by."""
_MODULES = (facts, kinds, model, model_locations, model_organisation, model_personnel, model_signed)
_CODEC = Codec(Document, _MODULES, (FactView, Reason))


class KeptDocuments:
    """The documents in the cache that hold for a requirement set, named by its SHA-256."""

    def __init__(self, store: Store, set_sha256: str) -> None:
        self._store = store
        code = code_fingerprint(*ROOMS)
        self._same = key_of(code, surroundings(), set_sha256) if code and set_sha256 else ""

    def find(self, file: str, reading: Reading) -> Document | None:
        """What this file was recognised as; None where it must be done (again)."""
        found = self._store.get(self._key(file, reading)) if self._usable(reading) else None
        if found is None:
            return None
        try:
            document = _CODEC.decode(found)
        except NotAValue:
            return None
        return document if (document.file, document.sha256) == (file, reading.sha256) else None

    def keep(self, document: Document, reading: Reading) -> None:
        """Keep it; what a fault of the program spoiled is not kept."""
        failed = isinstance(document.paper, Unreadable) and document.paper.reason is Reason.INTERNAL_ERROR
        if self._usable(reading) and not failed:
            self._store.put(self._key(document.file, reading), _CODEC.encode(document))

    def _usable(self, reading: Reading) -> bool:
        return bool(self._same and reading.digest and reading.lasting)

    def _key(self, file: str, reading: Reading) -> str:
        return key_of("document", self._same, file, reading.digest)

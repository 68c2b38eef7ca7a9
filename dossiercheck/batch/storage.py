"""The folder of results: reports and records, each written as a whole, and what of an earlier run still holds."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dossiercheck.batch.record import Record, dump, load
from dossiercheck.errors import OutputError

REPORTS = "dossiers"
RECORDS = "records"


@dataclass(frozen=True, kw_only=True, slots=True)
class Store:
    """Where the results go. Everything in it is replaced as a whole or not at all."""

    folder: Path

    def prepare(self, *, share: bool = False) -> None:
        """Make the folders, and clear away what a run that was cut off left half written. Raises OutputError.

        A folder to share begins empty and gets no records: those hold names, references and what was the same where.
        """
        try:
            if share and self.folder.exists() and any(self.folder.iterdir()):
                raise OutputError(
                    nl=f"Met --share moet de map leeg zijn, anders liggen er namen tussen; {self.folder} is dat niet.",
                    en=f"With --share the folder must be empty, so that no names lie in it; {self.folder} is not.",
                )
            for name in (REPORTS,) if share else (REPORTS, RECORDS):
                (self.folder / name).mkdir(parents=True, exist_ok=True)
            for half in self.folder.glob("**/.*.part"):
                half.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(
                nl=f"In de map {self.folder} kan niet worden geschreven: {error.strerror}.",
                en=f"The folder {self.folder} cannot be written to: {error.strerror}.",
            ) from error

    def write(self, name: str, data: bytes) -> str:
        """Write a file of the folder; its SHA-256."""
        target = self.folder / name
        half = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with half.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            half.replace(target)
        finally:
            half.unlink(missing_ok=True)
        return hashlib.sha256(data).hexdigest()

    def keep(self, slug: str, record: Record) -> None:
        """Write a record: from now on the dossier is done."""
        self.write(f"{RECORDS}/{slug}.json", dump(record))

    def kept(self, slug: str) -> Record | None:
        """The record of an earlier run, where there is one and its reports are as they were written."""
        try:
            record = load((self.folder / RECORDS / f"{slug}.json").read_bytes())
        except OSError:
            return None
        if record is None or not record.written:
            return None
        whole = all(self._hash(name) == digest for name, digest in record.written.items())
        return record if whole else None

    def forget(self, slug: str) -> None:
        """Take away what an earlier run wrote of a dossier: nothing else, whatever lies there."""
        path = self.folder / RECORDS / f"{slug}.json"
        record = self._record(path)
        if record is not None:
            for name in [*record.written, f"{RECORDS}/{slug}.json"]:
                if name.startswith((f"{REPORTS}/{slug}.", f"{RECORDS}/{slug}.")):
                    with suppress(OSError):
                        (self.folder / name).unlink()

    def forget_others(self, slugs: set[str]) -> None:
        """Take away results of dossiers that are there no longer."""
        for path in (self.folder / RECORDS).glob("*.json"):
            if path.stem not in slugs:
                self.forget(path.stem)

    def _record(self, path: Path) -> Record | None:
        try:
            return load(path.read_bytes())
        except OSError:
            return None

    def _hash(self, name: str) -> str:
        try:
            path = (self.folder / name).resolve()
            if not path.is_relative_to(self.folder.resolve()):
                return ""
            return hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            return ""

"""The engine with a memory: what it read off a picture is kept by the picture's hash, so that a second run is quick.

What is kept depends on the picture and the engine's version alone, so changes to anything above it are measured anew.
"""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path

from PIL import Image

from dossiercheck.readers import ocr

A_PASS = 1240 * 1754
"""Pixels of a sheet of A4 as the engine reads it."""


class Remembering:
    """Answers from the folder where it can; counts its passes and their time, as they were at first."""

    def __init__(self, engine: ocr.OcrEngine, folder: Path) -> None:
        self._engine = engine
        self._folder = folder
        self.name = engine.name
        self.passes = 0
        self.seconds = 0.0
        self.pixels = 0
        self._careful: Remembering | None = None
        folder.mkdir(parents=True, exist_ok=True)

    def careful(self) -> Remembering | None:
        """The bigger model, its passes counted here; None where the engine has none."""
        if self._careful is None and isinstance(self._engine, ocr.TwoModels) and (bigger := self._engine.careful()):
            self._careful = _Bigger(bigger, self._folder, self)
        return self._careful

    def words(self, image: Image.Image) -> list[ocr.Seen]:
        self.passes += 1
        self.pixels += image.width * image.height
        key = hashlib.sha256(f"{self.name} {image.mode} {image.size}".encode() + image.tobytes()).hexdigest()
        kept = self._folder / f"{key}.json"
        if kept.exists():
            stored = json.loads(kept.read_text())
        else:
            start = time.perf_counter()
            seen = self._engine.words(image)
            stored = {"seconds": time.perf_counter() - start, "seen": [[s.text, s.confidence, s.box] for s in seen]}
            kept.write_text(json.dumps(stored))
        self.seconds += stored["seconds"]
        return [ocr.Seen(text, confidence, tuple(box)) for text, confidence, box in stored["seen"]]


class _Bigger(Remembering):
    """What the bigger model is asked counts as passes of the first."""

    def __init__(self, engine: ocr.OcrEngine, folder: Path, first: Remembering) -> None:
        super().__init__(engine, folder)
        self._first = first

    def words(self, image: Image.Image) -> list[ocr.Seen]:
        self._first.passes += 1
        self._first.pixels += image.width * image.height
        return super().words(image)


def install(folder: Path) -> Remembering:
    """Put it in the place of this machine's engine, for this process."""
    engine = ocr.find_engine()
    if engine is None:
        raise SystemExit("no OCR engine on this machine: install the extra [ocr]")
    remembering = Remembering(engine, folder)
    ocr.find_engine = lambda: remembering  # type: ignore[assignment]
    return remembering

"""Engines that read words off a picture. `find_engine` gives the best one that is installed, or the one asked for.

An engine has one method, so that another can take its place. Nothing here is imported before a page needs it.
"""

import io
import os
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from dossiercheck.facts import Box
from dossiercheck.readers.text import clean

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 150
"""Dots per inch that the engine reads best at: its models lose letters at 300."""
VARIABLE = "DOSSIERCHECK_OCR"
"""Names the engine to use: one of `ENGINES`, or `none`. Empty: the first of them that is installed."""


class Seen(NamedTuple):
    """Words that the engine saw in one piece, its confidence in them (0 to 1) and their box in pixels."""

    text: str
    confidence: float
    box: Box


class OcrEngine(Protocol):
    """Reads pictures, upright ones."""

    name: str
    """With its version: what it read may be kept only as long as this is the same."""

    def words(self, image: "Image") -> list[Seen]:
        """What stands on a grey picture, in any order. Raises nothing but TookTooLong, whatever is on it."""


@runtime_checkable
class TwoModels(Protocol):
    """An engine that has a bigger model too: slower, and right about letters that the first miscounts."""

    def careful(self) -> OcrEngine | None:
        """The engine with the bigger model, for small pictures; None where it cannot be loaded."""


class TookTooLong(Exception):
    """An engine did not answer in the time that a page may take."""


@lru_cache(maxsize=1)
def find_engine() -> OcrEngine | None:
    """The engine of this machine; None where none is installed."""
    for make in _asked_for().values():
        try:
            return make()
        except (ImportError, OSError, RuntimeError):
            continue
    return None


def engine_key() -> str:
    """What `find_engine` will give, told without loading the first, which is there nearly everywhere.

    Its version is among those of all libraries; that of a program or a model on this machine is not.
    """
    if next(iter(_asked_for()), "") == _FIRST and find_spec("faster_paddle"):
        return _FIRST
    engine = find_engine()
    return engine.name if engine else ""


def _asked_for() -> "Mapping[str, Callable[[], OcrEngine]]":
    name = os.environ.get(VARIABLE, "").strip().lower()
    return {known: make for known, make in ENGINES.items() if name in ("", known)}


class _FasterPaddle:
    """faster-paddle with its smallest models, which come inside the wheel. It uses all cores by itself."""

    def __init__(self, size: str = "tiny", **how: int) -> None:
        import faster_paddle

        self._engine = faster_paddle.OcrEngine(model_size=size, **how)
        self.name = f"faster-paddle {faster_paddle.__version__} {size}"

    def words(self, image: "Image") -> list[Seen]:
        buffer = io.BytesIO()
        image.save(buffer, "BMP")
        try:
            bounds = self._engine.ocr(buffer.getvalue())["bounds"]
        except (RuntimeError, ValueError):
            return []
        seen = []
        for bound in bounds.values():
            (left, top), (right, bottom) = bound["topLeftCoord"], bound["bottomRightCoord"]
            confidence = min(1.0, max(0.0, float(bound["confidence"])))
            seen.append(Seen(clean(bound["text"]), confidence, (float(left), float(top), float(right), float(bottom))))
        return [words for words in seen if words.text]


class _WithBigger(_FasterPaddle):
    """The smallest models, and the next bigger ones when they are asked for."""

    def careful(self) -> OcrEngine | None:
        return _bigger()


@lru_cache(maxsize=1)
def _bigger() -> OcrEngine | None:
    """One thread, and small pictures as they are: so it stays within the memory that a worker may use."""
    try:
        return _FasterPaddle("small", det_min_side=32, threads=1)
    except (ImportError, OSError, RuntimeError, MemoryError):
        return None


def _tesseract() -> OcrEngine:
    from dossiercheck.readers.tesseract import Tesseract

    return Tesseract()


def _tesserocr() -> OcrEngine:
    from dossiercheck.readers.tesseract import Tesserocr

    return Tesserocr()


_FIRST = "faster-paddle"
ENGINES: "Mapping[str, Callable[[], OcrEngine]]" = {
    _FIRST: _WithBigger,
    "tesseract": _tesseract,
    "tesserocr": _tesserocr,
}
"""In the order in which they are tried."""

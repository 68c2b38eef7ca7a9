"""Engines that read words off a picture. `find_engine` gives the one that is installed.

An engine has one method, so that another can take its place. Nothing here is imported before a page needs it.
"""

import io
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple, Protocol

from dossiercheck.facts import Box
from dossiercheck.readers.text import clean

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 150
"""Dots per inch that the engine reads best at: its models lose letters at 300."""


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
        """What stands on a grey picture, in any order. Never raises for what is on it."""


@lru_cache(maxsize=1)
def find_engine() -> OcrEngine | None:
    """The engine of this machine; None where none is installed."""
    try:
        return _FasterPaddle()
    except (ImportError, OSError):
        return None


def engine_key() -> str:
    """What `find_engine` will give, told without loading it."""
    return "faster-paddle" if find_spec("faster_paddle") else ""


class _FasterPaddle:
    """faster-paddle with its smallest models, which come inside the wheel. It uses all cores by itself."""

    def __init__(self) -> None:
        import faster_paddle

        self._engine = faster_paddle.OcrEngine(model_size="tiny")
        self.name = f"faster-paddle {faster_paddle.__version__} tiny"

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

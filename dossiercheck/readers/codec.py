"""Readings as bytes and back.

Only our own value types come out: a worker that was taken over can hand on data, never code.
The same bytes serve the pipe between worker and parent and the cache.
"""

import copyreg
import datetime
import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from types import MappingProxyType, ModuleType
from typing import TypeVar

from dossiercheck import facts
from dossiercheck.findings import Reason
from dossiercheck.readers import content
from dossiercheck.readers.content import Reading

_V = TypeVar("_V")


class NotAReading(ValueError):
    """The bytes hold something else than a reading."""


def encode(reading: Reading) -> bytes:
    """The reading as bytes that `decode` takes."""
    buffer = io.BytesIO()
    _Pickler(buffer, protocol=pickle.HIGHEST_PROTOCOL).dump(reading)
    return buffer.getvalue()


def decode(data: bytes) -> Reading:
    """The reading in `data`. Raises NotAReading for whatever else it holds."""
    try:
        value = _Unpickler(io.BytesIO(data)).load()
    except Exception as error:  # a damaged pickle may raise anything
        raise NotAReading(str(error)) from error
    if not isinstance(value, Reading):
        raise NotAReading(type(value).__name__)
    return value


def frozen(values: dict[str, _V]) -> Mapping[str, _V]:
    """A mapping that cannot be changed (pickle has no word for it)."""
    return MappingProxyType(values)


def _reduce_mapping(
    value: MappingProxyType[str, _V],
) -> tuple[Callable[[dict[str, _V]], Mapping[str, _V]], tuple[dict[str, _V]]]:
    return frozen, (dict(value),)


class _Pickler(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table | {MappingProxyType: _reduce_mapping}


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        try:
            return _ALLOWED[module, name]
        except KeyError:
            raise NotAReading(f"{module}.{name}") from None


def _values_of(module: ModuleType) -> dict[tuple[str, str], object]:
    """The dataclasses and enumerations that `module` defines itself."""
    return {
        (module.__name__, name): value
        for name, value in vars(module).items()
        if isinstance(value, type)
        and value.__module__ == module.__name__
        and (is_dataclass(value) or issubclass(value, Enum))
    }


_CALLABLES: tuple[Callable[..., object], ...] = (
    datetime.date,
    datetime.datetime,
    datetime.time,
    datetime.timedelta,
    datetime.timezone,
    Reason,
    frozen,
)
_ALLOWED: Mapping[tuple[str, str], object] = {
    **_values_of(facts),
    **_values_of(content),
    **{(value.__module__, value.__qualname__): value for value in _CALLABLES},
}

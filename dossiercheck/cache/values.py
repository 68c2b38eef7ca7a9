"""Values as bytes and back. Only value types that were named beforehand come out: data, never code."""

import copyreg
import datetime
import io
import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from types import MappingProxyType, ModuleType
from typing import Generic, TypeVar

_V = TypeVar("_V")
_T = TypeVar("_T")


class NotAValue(ValueError):
    """The bytes hold something else than was asked for."""


def frozen(values: dict[str, _V]) -> Mapping[str, _V]:
    """A mapping that cannot be changed (pickle has no word for it)."""
    return MappingProxyType(values)


class Codec(Generic[_T]):
    """Turns values of one type into bytes and back."""

    def __init__(self, wanted: type[_T], modules: Iterable[ModuleType], others: Iterable[type] = ()) -> None:
        """May hold: the dataclasses and enumerations that `modules` define themselves, and `others`."""
        self._wanted = wanted
        self._allowed: dict[tuple[str, str], object] = {(frozen.__module__, frozen.__qualname__): frozen}
        for module in modules:
            self._allowed |= _values_of(module)
        for value in (*_ALWAYS, *others):
            self._allowed[value.__module__, value.__qualname__] = value

    def encode(self, value: _T) -> bytes:
        """The value as bytes that `decode` takes."""
        buffer = io.BytesIO()
        _Pickler(buffer, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
        return buffer.getvalue()

    def decode(self, data: bytes) -> _T:
        """The value in `data`. Raises NotAValue for whatever else it holds."""
        try:
            value = _Unpickler(data, self._allowed).load()
        except Exception as error:  # a damaged pickle may raise anything
            raise NotAValue(str(error)) from error
        if not isinstance(value, self._wanted):
            raise NotAValue(type(value).__name__)
        return value


def _reduce_mapping(
    value: MappingProxyType[str, _V],
) -> tuple[Callable[[dict[str, _V]], Mapping[str, _V]], tuple[dict[str, _V]]]:
    return frozen, (dict(value),)


class _Pickler(pickle.Pickler):
    dispatch_table = copyreg.dispatch_table | {MappingProxyType: _reduce_mapping}


class _Unpickler(pickle.Unpickler):
    def __init__(self, data: bytes, allowed: Mapping[tuple[str, str], object]) -> None:
        super().__init__(io.BytesIO(data))
        self._allowed = allowed

    def find_class(self, module: str, name: str) -> object:
        try:
            return self._allowed[module, name]
        except KeyError:
            raise NotAValue(f"{module}.{name}") from None


def _values_of(module: ModuleType) -> dict[tuple[str, str], object]:
    return {
        (module.__name__, name): value
        for name, value in vars(module).items()
        if isinstance(value, type)
        and value.__module__ == module.__name__
        and (is_dataclass(value) or issubclass(value, Enum))
    }


_ALWAYS: tuple[type, ...] = (
    datetime.date,
    datetime.datetime,
    datetime.time,
    datetime.timedelta,
    datetime.timezone,
)

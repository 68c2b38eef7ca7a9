"""What is wrong with a value of a requirement set, and what is allowed: pydantic's errors in our words, nl and en."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from types import NoneType
from typing import TYPE_CHECKING, TypeGuard, get_args, get_origin

from pydantic import BaseModel

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Sentences = tuple[str, str]
"""Dutch, English."""

_NUMBER: Sentences = ("hier hoort een geheel getal", "a whole number belongs here")
_TEXT: Sentences = ("hier hoort tekst", "text belongs here")
_LIST: Sentences = ("hier hoort een lijst, zoals [a, b]", "a list belongs here, such as [a, b]")
_ENTRIES: Sentences = ("hier horen sleutels en waarden", "keys and values belong here")
_YES_NO: Sentences = ("hier hoort true of false", "true or false belongs here")
_DAY: Sentences = ("hier hoort een datum, zoals 2024-06-01", "a date belongs here, such as 2024-06-01")

_BY_TYPE: Mapping[str, Sentences] = {
    "missing": ("ontbreekt en moet er staan", "is missing and must be there"),
    "int_type": _NUMBER,
    "int_parsing": _NUMBER,
    "int_from_float": _NUMBER,
    "string_type": _TEXT,
    "string_too_short": ("mag niet leeg zijn", "must not be empty"),
    "too_short": ("mag niet leeg zijn", "must not be empty"),
    "string_pattern_mismatch": (
        "alleen kleine letters, cijfers, streepjes (en in een eis punten) zijn toegestaan",
        "only lower-case letters, digits, hyphens (and in a requirement dots) are allowed",
    ),
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _ENTRIES,
    "model_type": _ENTRIES,
    "model_attributes_type": _ENTRIES,
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
}


def explain(problem: "ErrorDetails", model: type[BaseModel], extra: Sequence[str] = ()) -> Sentences:
    """One of pydantic's errors about `model`; `extra` are keys that are allowed at its top besides its own."""
    kind, context, loc = problem["type"], problem.get("ctx") or {}, problem["loc"]
    if kind == "extra_forbidden":
        return unknown(str(loc[-1]), [*_keys_at(model, loc[:-1]), *(extra if len(loc) == 1 else ())])
    if str(context.get("pattern", "")).startswith("^[A-Z]"):
        return "hier hoort de letter van een kolom, zoals B", "the letter of a column belongs here, such as B"
    if kind in _BY_TYPE:
        return _BY_TYPE[kind]
    if kind in ("enum", "literal_error"):
        expected = str(context.get("expected", "")).replace(" or ", ", ").replace("'", "")
        return f"mag dit niet zijn; toegestaan: {expected}", f"must not be this; allowed: {expected}"
    if kind == "greater_than":
        return f"moet groter zijn dan {context['gt']}", f"must be greater than {context['gt']}"
    if kind == "greater_than_equal":
        return f"moet minstens {context['ge']} zijn", f"must be at least {context['ge']}"
    if "allowed" in context:
        return unknown(str(problem["input"]), context["allowed"])
    if "nl" in context:
        return str(context["nl"]), problem["msg"]
    return f"deze waarde mag niet: {problem['msg']}", f"this value is not allowed: {problem['msg']}"


_FEW, _FEW_ALIKE = 6, 0.7
"""Where so few are allowed they are named, unless one is much alike."""


def unknown(found: str, known: Sequence[str]) -> Sentences:
    """A word that is none of `known`: the one that was probably meant, else all of them."""
    close = get_close_matches(found, known, n=1, cutoff=_FEW_ALIKE if len(known) <= _FEW else 0.6)
    if close:
        return f"is niet bekend; bedoelt u '{close[0]}'?", f"is not known; did you mean '{close[0]}'?"
    if not known:
        return "is hier niet bekend; haal het weg", "is not known here; take it out"
    listed = ", ".join(known)
    return f"is niet bekend; toegestaan: {listed}", f"is not known; allowed: {listed}"


def _keys_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """The keys allowed at a place inside a model; none where that place holds no model."""
    inner: object = model
    for part in loc:
        inner = _inside(inner, part)
        if NoneType in get_args(inner):
            inner = get_args(inner)[0]
    return list(inner.model_fields) if _is_model(inner) else []


def _inside(annotation: object, part: int | str) -> object:
    """What stands at a key or index of such a value: a field of a model, a value of a dict, an item of a tuple."""
    if _is_model(annotation):
        field = annotation.model_fields.get(str(part))
        return field.annotation if field else None
    of = get_args(annotation)
    return of[-1] if get_origin(annotation) is dict else of[0] if of else None


def _is_model(annotation: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)

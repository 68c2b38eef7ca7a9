"""Elements of a page, safe by construction: text is text, attributes are known ones, links and pictures stay inside.

There is no way to put markup in from outside: every string is cleaned and escaped when it is written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape as escaped

from dossiercheck.reports.escape import BESIDE, clean

_VOID = frozenset({"meta", "img", "input", "br"})
_ATTRIBUTES = re.compile(
    r"(?:class|id|lang|scope|colspan|href|src|alt|width|height|role|tabindex|content|charset|http-equiv|name|type|for"
    r"|checked|value|translate|datetime|open|title|loading|hidden|autocomplete|aria-[a-z]+|data-[a-z]+)\Z"
)
_HERE = re.compile(r"#[\w-]+\Z")
_PICTURE = re.compile(r"data:image/png;base64,[A-Za-z0-9+/=]+\Z")
_TAG = re.compile(r"[a-z][a-z0-9]*\Z")


@dataclass(frozen=True, slots=True)
class Own:
    """A style sheet or script of the program itself: the one text that is written as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Element:
    """A tag with its attributes and what it holds. Made by `el`."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: "tuple[Element | Own | str, ...]"


Child = Element | Own | str | None


def el(tag: str, *children: Child, **attributes: str | int | bool | None) -> Element:
    """An element; children and attributes that are None are left out. `class_` is `class`, `aria_label` `aria-label`.

    Raises:
        ValueError: an attribute is not one of those that a page of ours has, or a link points outside.
    """
    if not _TAG.match(tag):
        raise ValueError(tag)
    given = [(name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items()]
    kept = tuple(
        (name, "" if value is True else str(value)) for name, value in given if value is not None and value is not False
    )
    for name, value in kept:
        _check(name, value)
    return Element(tag, kept, tuple(child for child in children if child is not None and child != ""))


def page(root: Element) -> str:
    """The whole document as text."""
    return f"<!doctype html>\n{''.join(_written(root))}\n"


def _check(name: str, value: str) -> None:
    if not _ATTRIBUTES.match(name):
        raise ValueError(name)
    if name == "href" and not (_HERE.match(value) or BESIDE.match(value)):
        raise ValueError("a link to elsewhere")
    if name == "src" and not _PICTURE.match(value):
        raise ValueError("a picture from elsewhere")


def _written(node: Element | Own | str) -> Iterator[str]:
    if isinstance(node, str):
        yield escaped(clean(node))
        return
    if isinstance(node, Own):
        yield node.text
        return
    attributes = "".join(
        f' {name}="{escaped(value if name in ("href", "src") else clean(value))}"' if value else f" {name}"
        for name, value in node.attributes
    )
    yield f"<{node.tag}{attributes}>"
    for child in node.children:
        yield from _written(child)
    if node.tag not in _VOID:
        yield f"</{node.tag}>"
        if node.tag in _BLOCKS:
            yield "\n"


_BLOCKS = frozenset(
    {"head", "style", "script", "title", "header", "main", "footer", "nav", "section", "article", "div", "table", "tr"}
    | {"thead", "tbody", "ul", "ol", "li", "dl", "h1", "h2", "h3", "h4", "p", "figure", "fieldset"}
)
"""Followed by a line break, so that the source can be read and compared."""

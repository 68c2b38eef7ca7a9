"""So much of JSON Schema as the shipped one uses: says what in a value does not fit."""

from __future__ import annotations

import re
from typing import Any

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def misfits(value: Any, schema: Any, root: Any, at: str = "$") -> list[str]:
    """Each place where the value does not fit, in words."""
    if "$ref" in schema:
        return misfits(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, at)
    found: list[str] = []
    if "anyOf" in schema and all(misfits(value, option, root, at) for option in schema["anyOf"]):
        likely = [option for option in schema["anyOf"] if value is None or option.get("type") != "null"]
        found += min((misfits(value, option, root, at) for option in likely), key=len)
    for inner in schema.get("allOf", ()):
        if "if" not in inner or not misfits(value, inner["if"], root, at):
            found += misfits(value, inner.get("then", inner), root, at)
    found += [f"{at}: no {schema['type']}"] if "type" in schema and not _is(value, schema["type"]) else []
    found += [f"{at}: not {schema['const']}"] if "const" in schema and value != schema["const"] else []
    found += [f"{at}: none of {schema['enum']}"] if "enum" in schema and value not in schema["enum"] else []
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        found.append(f"{at}: not like {schema['pattern']}")
    if isinstance(value, list):
        for index, item in enumerate(value):
            found += misfits(item, schema.get("items", {}), root, f"{at}[{index}]")
    return found + (_in_object(value, schema, root, at) if isinstance(value, dict) else [])


def _in_object(value: dict[str, Any], schema: Any, root: Any, at: str) -> list[str]:
    found = [f"{at}.{key}: missing" for key in schema.get("required", ()) if key not in value]
    for key, item in value.items():
        found += misfits(key, schema.get("propertyNames", {}), root, f"{at}.{key} (name)")
        if key in schema.get("properties", {}):
            found += misfits(item, schema["properties"][key], root, f"{at}.{key}")
        elif fitting := [s for p, s in schema.get("patternProperties", {}).items() if re.search(p, key)]:
            found += misfits(item, fitting[0], root, f"{at}.{key}")
        elif schema.get("additionalProperties", True) is False or "patternProperties" in schema:
            found.append(f"{at}.{key}: not known")
        elif isinstance(schema.get("additionalProperties"), dict):
            found += misfits(item, schema["additionalProperties"], root, f"{at}.{key}")
    return found


def _is(value: Any, type_: str) -> bool:
    if type_ in ("integer", "number"):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, TYPES[type_])

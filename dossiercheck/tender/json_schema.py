"""The JSON schema of a requirement set's file, for editors that complete and check while one writes.

It is looser than `schema check`: a set that extends another may give single values only, so no key is required.
"""

from collections.abc import Mapping

from pydantic import BaseModel

from dossiercheck.checks import CHECK_KINDS, Requirement
from dossiercheck.documents import Kind
from dossiercheck.tender.model import SetHeader

Json = dict[str, object]
_NULL: Json = {"type": "null"}
_DEFS = "#/$defs/"


def json_schema() -> Json:
    """The schema, as plain values; equal for equal code."""
    definitions: Json = {}
    properties = _dict(_schema(SetHeader, definitions)["properties"])
    shared = _dict(_schema(Requirement, definitions)["properties"])
    kinds = {name: _dict(_schema(check, definitions)["properties"]) for name, check in sorted(CHECK_KINDS.items())}
    own = {name: {key: value for key, value in kind.items() if key not in shared} for name, kind in kinds.items()}
    del shared["id"]
    for name, parameters in own.items():
        definitions[f"check-{name}"] = {
            "properties": {**parameters, **{name: {} for name in shared}},
            "additionalProperties": _NULL,
        }
    properties["requirements"] = {
        "description": "Id of each requirement -> what it asks; null takes out what the set extends has.",
        "type": "object",
        "propertyNames": {"pattern": "^[a-z0-9][a-z0-9.-]{0,60}$"},
        "additionalProperties": {"anyOf": [{"$ref": f"{_DEFS}requirement"}, _NULL]},
    }
    definitions["requirement"] = _requirement(shared, own)
    properties["defaults"] = {
        "description": "Parameters that several requirements share.",
        "type": "object",
        "properties": _defaults(own),
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "dossiercheck requirement set",
        "description": "Known kinds of documents: " + ", ".join(kind.value for kind in Kind),
        "type": "object",
        "properties": {name: _or_nothing(schema) for name, schema in properties.items()},
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _requirement(shared: Json, own: Mapping[str, Json]) -> Json:
    """By its `check` an entry has that check's parameters; without one it overrides a requirement of another set."""
    return {
        "type": "object",
        "properties": {**shared, "check": {"enum": list(own)}},
        "propertyNames": {"enum": sorted({*shared, *(name for kind in own.values() for name in kind)})},
        "allOf": [
            {
                "if": {"properties": {"check": {"const": name}}, "required": ["check"]},
                "then": {"$ref": f"{_DEFS}check-{name}"},
            }
            for name in own
        ],
    }


def _defaults(own: Mapping[str, Json]) -> Json:
    """Each parameter of any check; one that means something else elsewhere may be either."""
    found: dict[str, list[object]] = {}
    for parameters in own.values():
        for name, schema in parameters.items():
            if schema not in found.setdefault(name, []):
                found[name].append(schema)
    return {name: schemas[0] if len(schemas) == 1 else {"anyOf": schemas} for name, schemas in sorted(found.items())}


def _schema(model: type[BaseModel], definitions: Json) -> Json:
    """A model's schema; its definitions go to those of all, and what it requires is left to `schema check`."""
    schema: Json = model.model_json_schema(ref_template=_DEFS + "{model}")
    for name, inner in _dict(schema.pop("$defs", {})).items():
        definitions[name] = _relaxed(inner)
    return _dict(_relaxed(schema))


def _relaxed(schema: object) -> object:
    """Without `required`, `title` and `id`: the id is the key itself, and an overriding entry may be partial."""
    if isinstance(schema, list):
        return [_relaxed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _relaxed(value) for key, value in schema.items() if key not in ("required", "title", "default")}
    if isinstance(schema.get("additionalProperties"), dict):
        kept["additionalProperties"] = _or_nothing(_relaxed(schema["additionalProperties"]))
    patterns = schema.get("patternProperties")
    if isinstance(patterns, dict):
        kept["patternProperties"] = {key: _or_nothing(_relaxed(value)) for key, value in patterns.items()}
        kept["additionalProperties"] = False
    properties = schema.get("properties")
    if isinstance(properties, dict):
        names = {key: _or_nothing(_dict(_relaxed(value))) for key, value in properties.items()}
        kept["properties"] = names
    return kept


def _or_nothing(schema: object) -> object:
    """Null takes out what the set that is extended has."""
    plain = isinstance(schema, dict) and schema != _NULL and "anyOf" not in schema
    return {"anyOf": [schema, _NULL]} if plain else schema


def _dict(value: object) -> Json:
    assert isinstance(value, dict)
    return value

"""An ambiguous text: the requirement as it is read, and as it could be read otherwise."""

from dossiercheck.tender.source import Path_, Plain

Values = dict[str, Plain]


def reading_names(values: Values) -> tuple[str, list[str]]:
    """The reading that is used (empty: there are none) and the others. The first is used where none is named."""
    readings = values.get("readings")
    names = list(readings) if isinstance(readings, dict) else []
    named = values.get("reading")
    used = named if isinstance(named, str) else names[0] if names else ""
    return used, [name for name in names if name != used]


def read_as(values: Values, name: str) -> tuple[Values, dict[str, Path_]]:
    """The values of a requirement in this reading, and where each value that it sets stands within the requirement."""
    readings = values.get("readings")
    reading = readings.get(name) if isinstance(readings, dict) else None
    if not isinstance(reading, dict):
        return values, {}
    changes = reading.get("set")
    changes = changes if isinstance(changes, dict) else {}
    return {**values, **changes, "reading": name}, dict.fromkeys(changes, ("readings", name, "set"))

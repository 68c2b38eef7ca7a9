"""Builds the sample dossiers, each with one fault, with seals of a test authority that no program trusts by itself.

    python sample_dossiers/build.py                      # all of them
    python sample_dossiers/build.py vog-too-old clean    # only these

What each shows is written in `situations.yaml`; how each is made, in `tests/samples/`. From both follows `README.md`.
Invented people only. A seal bears random numbers, so a rebuilt PDF says the same in other bytes.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from tests.samples import ALL  # noqa: E402
from tests.samples.overview import expectations, readme  # noqa: E402
from tests.samples.signing import authority  # noqa: E402


def main(names: list[str]) -> int:
    expected = expectations()
    unknown = set(names) - set(ALL) or {e.folder for e in expected} ^ set(ALL)
    if unknown:
        print(f"not in both situations.yaml and tests/samples: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    write_trust()
    for name in names or ALL:
        write(name)
    (HERE / "README.md").write_text(readme(expected), encoding="utf-8")
    return 0


def write(name: str) -> None:
    """One dossier, anew."""
    folder = HERE / name
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in ALL[name]().files().items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def write_trust() -> None:
    """The certificates for `--trust sample_dossiers/trust`: public parts only."""
    trust = HERE / "trust"
    trust.mkdir(exist_ok=True)
    for name, identity in zip(("seals-root", "timestamps-root"), authority().anchors, strict=True):
        (trust / f"{name}.pem").write_bytes(pem(identity.der))


def pem(der: bytes) -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    return x509.load_der_x509_certificate(der).public_bytes(Encoding.PEM)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

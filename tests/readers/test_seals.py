"""Each fault of formats.md 5 is called what it is."""

import pytest

from dossiercheck.facts import SealState
from dossiercheck.readers.seals import judge_seal
from tests import pki
from tests.seal_faults import CASES, NOW


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_has_its_state_and_its_name(case: str) -> None:
    expected = CASES[case]
    seal = judge_seal(expected.make(), pki.trust(), NOW)
    assert (seal.state, seal.fault) == (expected.state, expected.fault)
    assert (seal.fault is None) == (seal.state is SealState.GENUINE)

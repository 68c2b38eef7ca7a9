"""What below a folder is a dossier, and what its results are called."""

import pytest

from dossiercheck.batch import find_dossiers
from dossiercheck.errors import DossierNotFound


def lay(root, *paths):
    for path in paths:
        target = root / path
        if path.endswith("/"):
            target.mkdir(parents=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(b"x")
    return root


def names(*folders):
    return [candidate.name for candidate in find_dossiers(folders).candidates]


def test_every_folder_and_zip_is_one(tmp_path):
    lay(tmp_path, "b/dossier.yaml", "a/tabel.xlsx", "c.zip", "D.ZIP", "e/sub/x.pdf", "leeg/", "notes.txt", ".git/x")
    assert names(tmp_path) == ["D.ZIP", "a", "b", "c.zip", "e", "leeg"]
    assert [path.name for path in find_dossiers([tmp_path]).loose] == ["notes.txt"]


def test_what_states_to_be_a_dossier_is_itself(tmp_path):
    lay(tmp_path, "zorg/dossier.yaml", "zorg/personeel/01/vog.pdf", "zorg/organisatie/x.pdf")
    assert names(tmp_path / "zorg") == ["zorg"]


def test_folders_of_folders_of_dossiers_are_gone_into(tmp_path):
    lay(
        tmp_path,
        "perceel 1/a/dossier.yaml",
        "perceel 1/b/dossier.yaml",
        "perceel 2/c.zip",
        "perceel 3/d/e/dossier.yaml",
    )
    assert names(tmp_path) == ["perceel 1/a", "perceel 1/b", "perceel 2/c.zip", "perceel 3/d/e"]


def test_a_dossier_without_a_statement_is_not_gone_into(tmp_path):
    lay(tmp_path, "zorg/personeel/01/vog.pdf", "zorg/organisatie/x.pdf")
    assert names(tmp_path) == ["zorg"]


def test_several_folders_keep_their_names_apart(tmp_path):
    lay(tmp_path, "een/a/x.pdf", "twee/a/x.pdf")
    assert names(tmp_path / "een", tmp_path / "twee") == ["een/a", "twee/a"]


def test_results_have_plain_names_that_are_never_alike(tmp_path):
    lay(tmp_path, "Zorg A/x.pdf", "zorg-a/x.pdf", "zorg-a.zip", "Ängström: ½/x.pdf", "…/x.pdf", f"{'n' * 200}/x.pdf")
    slugs = [candidate.slug for candidate in find_dossiers([tmp_path]).candidates]
    assert len({slug.lower() for slug in slugs}) == 6
    assert all(slug.isascii() and "/" not in slug and len(slug) <= 70 for slug in slugs)


def test_links_out_of_the_folder_are_not_followed(tmp_path):
    lay(tmp_path, "a/x.pdf")
    (tmp_path / "loop").symlink_to(tmp_path)
    search = find_dossiers([tmp_path])
    assert [candidate.name for candidate in search.candidates] == ["a"]
    assert [path.name for path in search.loose] == ["loop"]


@pytest.mark.parametrize("paths", [[], ["notes.txt"]])
def test_no_dossier_is_the_operators_mistake(tmp_path, paths):
    lay(tmp_path, *paths)
    with pytest.raises(DossierNotFound):
        find_dossiers([tmp_path])
    with pytest.raises(DossierNotFound):
        find_dossiers([tmp_path / "gone"])

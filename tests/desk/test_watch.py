"""`check --watch`: again when something changed and the folder is still, and not before."""

from dossiercheck.cli.watch import state_of, watch


def test_checked_again_when_the_folder_is_still(tmp_path):
    (tmp_path / "a").write_text("1", encoding="utf-8")
    checks, looks = [], []

    def wait():
        looks.append(1)
        match len(looks):
            case 2:
                (tmp_path / "b").write_text("half", encoding="utf-8")
            case 3:
                assert len(checks) == 1
                (tmp_path / "b").write_text("whole, at last", encoding="utf-8")
            case 8:
                raise KeyboardInterrupt

    def check():
        checks.append({path for path, _, _ in state_of(tmp_path)})
        return len(checks)

    assert watch(tmp_path, check, wait) == 2
    assert len(checks) == 2 and len(checks[1]) == 2


def test_a_zip_is_watched_as_a_file(tmp_path):
    path = tmp_path / "d.zip"
    path.write_bytes(b"x")
    before = state_of(path)
    path.write_bytes(b"xy")
    assert len(before) == 1 and state_of(path) != before

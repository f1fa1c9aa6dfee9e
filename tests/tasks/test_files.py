"""A folder gives its files, and says what cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

from tmtool.tasks.files import files_below, name_of


def test_hidden_files_and_lock_files_are_left_out(tmp_path: Path) -> None:
    for name in ("b.tmx", "a/c.tmx", ".git/d.tmx", "~$b.docx", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    files, errors = files_below(tmp_path)
    assert [name_of(file, tmp_path) for file in files] == ["a/c.tmx", "b.tmx"]
    assert errors == []


def test_a_folder_without_files_says_so(tmp_path: Path) -> None:
    files, errors = files_below(tmp_path)
    assert files == []
    assert [error.problem for error in errors] == ["the folder has no files"]


def test_a_name_that_is_not_utf_8_can_be_stored_and_told_from_others() -> None:
    names = {name_of(Path(os.fsdecode(b"caf\xe9.tmx"))), name_of(Path(os.fsdecode(b"caf\xe8.tmx")))}
    assert names == {r"caf\xe9.tmx", r"caf\xe8.tmx"}

"""A project is made and filled by tasks, as the command `init` does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.errors import OutputError
from tmtool.tasks.initial import make_project


def test_a_project_is_a_folder_whose_settings_name_its_database(tmp_path: Path) -> None:
    database = make_project(tmp_path / "new" / "project")
    settings = (tmp_path / "new" / "project" / "tmtool.toml").read_text(encoding="utf-8")
    assert database == tmp_path / "new" / "project" / "tm.db"
    assert 'db = "tm.db"' in settings


def test_settings_that_are_there_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "tmtool.toml").write_text("# own\n", encoding="utf-8")
    make_project(tmp_path)
    assert (tmp_path / "tmtool.toml").read_text(encoding="utf-8") == "# own\n"


def test_a_project_cannot_be_made_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be made"):
        make_project(tmp_path / "file" / "project")

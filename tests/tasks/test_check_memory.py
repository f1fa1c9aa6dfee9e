"""A draft is compared with what the database holds as approved for the same source."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.filling import store, unit
from tmtool.errors import InputError
from tmtool.model import Level, Status
from tmtool.store import open_home
from tmtool.tasks.check import check

SOURCE = "The Working Group will consider the item."


@pytest.mark.parametrize(("status", "expected"), [(Status.APPROVED, ["document-memory"]), (Status.TRANSLATED, [])])
def test_a_segment_that_differs_from_the_approved_translation_says_so(
    tmp_path: Path, status: Status, expected: list[str]
) -> None:
    home = open_home(tmp_path / "t.db", create=True)
    store(home, [unit(SOURCE, "Le Groupe de travail examinera la question.", status=status)])
    draft = tmp_path / "draft.tsv"
    draft.write_text(f"en\tfr\n{SOURCE}\tLe Groupe de travail étudiera la question.\n", encoding="utf-8")

    checked = check(None, draft, home=home)

    home.close()
    assert [one.check for one in checked.findings] == expected


def test_of_several_approved_translations_the_newest_is_quoted_as_an_information(tmp_path: Path) -> None:
    home = open_home(tmp_path / "t.db", create=True)
    units = [
        unit(SOURCE, f"Le Groupe de travail {verb} la question.", "X/2024/1", Status.APPROVED, date)
        for verb, date in (("examinera", "2020-01-01"), ("abordera", "2024-01-01"))
    ]
    store(home, units)
    draft = tmp_path / "draft.tsv"
    draft.write_text(f"en\tfr\n{SOURCE}\tLe Groupe de travail étudiera la question.\n", encoding="utf-8")

    (found,) = check(None, draft, home=home).findings

    home.close()
    assert (found.level, found.suggestion) == (Level.INFO, "abordera")
    assert found.message.endswith("in the newest of 2 approved translations of this source (X/2024/1, 2024-01-01).")


def test_a_database_without_a_term_leaves_the_terms_that_come_along_in_force(tmp_path: Path) -> None:
    draft = tmp_path / "draft.tsv"
    draft.write_text("en\tfr\nsmuggling of migrants\ttraite de migrants\n", encoding="utf-8")

    without = check(None, draft, home=None)
    with open_home(tmp_path / "t.db", create=True) as home:
        store(home, [unit(SOURCE, "Le Groupe de travail examinera la question.")])
        checked = check(None, draft, home=home)

    assert "term-deprecated" in [one.check for one in without.findings]
    assert checked.findings == without.findings


def test_a_table_without_the_language_asked_for_is_refused_with_those_that_it_has(tmp_path: Path) -> None:
    draft = tmp_path / "draft.tsv"
    draft.write_text(f"en\tes\n{SOURCE}\tEl Grupo de Trabajo examinará el tema.\n", encoding="utf-8")
    with pytest.raises(InputError, match="has no text in fr") as refused:
        check(None, draft, home=None)
    assert refused.value.remedy == "its other languages are es: name one with --target-lang"
    assert not check(None, draft, home=None, target_language="es").findings

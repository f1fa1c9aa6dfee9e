"""A revised agenda is translated from its earlier version: only what has changed is to be looked at."""

from __future__ import annotations

import pytest

from tests.acceptance.conftest import REPOSITORY, Tmtool
from tests.acceptance.test_bad_input import refused

OLD, OLD_TARGET = (REPOSITORY / "samples" / f"agenda.{language}.txt" for language in ("en", "fr"))


@pytest.fixture
def revised(tmtool: Tmtool) -> Tmtool:
    tmtool.ok("import", REPOSITORY / "samples" / "memory.tmx")
    text = (
        OLD.read_text(encoding="utf-8")
        .replace("2,350 forged", "2,450 forged")
        .replace("5. Adoption of the report.\n", "")
    )
    tmtool.write("rev.txt", text)
    return tmtool


def test_only_what_has_changed_is_shown_with_the_old_translation(revised: Tmtool) -> None:
    shown = revised.ok("suggest", "rev.txt", "--since", OLD, "--old-target", OLD_TARGET)
    assert "changed, was segment 32" in shown
    assert "[-350-]{+450+}" in shown
    assert "→ Sur les 2 530 faux documents" in shown.replace("\u202f", " ").replace("\u00a0", " ")
    assert "gone, was segment" in shown
    assert "1 changed, 0 moved, 0 new, 1 gone, 72 as they were" in shown


def test_for_programs_it_is_an_object_a_change(revised: Tmtool) -> None:
    changed, gone = revised.json("suggest", "rev.txt", "--since", OLD, "--old-target", OLD_TARGET)
    assert changed["revision"]["change"] == "changed"
    assert changed["revision"]["target"] == changed["matches"][0]["target"]
    assert ["replace", "350", "450"] in changed["revision"]["diff"]
    assert (gone["segment"], gone["revision"]["change"]) == (None, "removed")


def test_a_page_and_a_table_have_what_has_changed(revised: Tmtool) -> None:
    for name in ("out.html", "out.tsv"):
        revised.ok("suggest", "rev.txt", "--since", OLD, "--old-target", OLD_TARGET, "-o", name)
    page = (revised.folder / "out.html").read_text(encoding="utf-8")
    assert "changed, was segment 32" in page
    assert "Adoption du rapport." in page and "gone, was segment" in page
    assert "2,450 forged" in (revised.folder / "out.tsv").read_text(encoding="utf-8")
    assert "Opening of the meeting" not in (revised.folder / "out.tsv").read_text(encoding="utf-8")


def test_the_file_given_back_has_the_old_translation_of_what_has_not_changed(revised: Tmtool) -> None:
    given = ("--since", OLD, "--old-target", OLD_TARGET)
    revised.ok("suggest", "rev.txt", *given, "-o", "rev.fr.txt")
    lines = (revised.folder / "rev.fr.txt").read_text(encoding="utf-8").splitlines()
    assert lines[2:4] == OLD_TARGET.read_text(encoding="utf-8").splitlines()[2:4]
    assert any("2,450 forged" in line for line in lines)


def test_an_earlier_version_in_another_language_is_refused(revised: Tmtool) -> None:
    refused(revised.run("suggest", "rev.txt", "--since", OLD_TARGET), 3, "is in French, not in English")


def test_an_old_translation_needs_its_source(revised: Tmtool) -> None:
    refused(revised.run("suggest", "rev.txt", "--old-target", OLD_TARGET), 2, "--since")

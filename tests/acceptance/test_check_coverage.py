"""`tmtool check` says how much it looked at, so that "nothing found" is no false assurance."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.conftest import Tmtool
from tests.acceptance.test_check_profiles import Alone
from tmtool.checks.engine.registry import all_checks
from tmtool.languages.naming import name_of


@pytest.fixture
def tmtool(tmp_path: Path) -> Tmtool:
    return Alone(tmp_path)


@pytest.mark.parametrize(
    ("language", "text"),
    [("ja", "1300件ありました。"), ("pt", "Houve 1300 casos."), ("fa", "1300 پرونده بود.")],
)
def test_numbers_that_cannot_be_compared_are_named(tmtool: Tmtool, language: str, text: str) -> None:
    tmtool.write("draft.tsv", f"en\t{language}\nThere were 1,200 cases.\t{text}\n")
    done = tmtool.run("check", "draft.tsv", "--target-lang", language)

    assert (done.returncode, done.stdout) == (0, "1 segment: nothing found\n")
    assert done.stderr == (
        f"13 of {len(all_checks())} checks look at a text in {name_of(language)}; "
        "`tmtool -v check` says why the others do not\n"
        f"figures, dates, references and terms are not checked: tmtool does not know {language}\n"
    )


def test_of_a_source_in_an_unknown_language_it_is_said_too(tmtool: Tmtool) -> None:
    tmtool.write("draft.tsv", "uk\tfr\nБуло 1200 справ.\tIl y a eu 1 300 affaires.\n")
    done = tmtool.run("check", "draft.tsv", "--source-lang", "uk")

    assert "figures, dates and references are not checked: tmtool does not know uk\n" in done.stderr


def test_with_v_it_is_said_why_checks_are_silent(tmtool: Tmtool) -> None:
    tmtool.write("draft.txt", "Le Groupe s’est réuni.\n")
    quiet, told = tmtool.run("check", "draft.txt"), tmtool.run("-v", "check", "draft.txt")

    assert quiet.stderr == ""
    assert "checks look at a text in French\n" in told.stderr
    assert "checks silent: there is no source to compare with\n" in told.stderr
    assert "7 checks silent: this is no annotated agenda\n" in told.stderr
    assert "1 check silent: the project asks no external checker\n" in told.stderr


def test_a_check_says_what_it_needs(tmtool: Tmtool) -> None:
    def needs(name: str) -> str:
        shown = tmtool.ok("checks", name)
        return " ".join(shown[shown.index("  needs  ") : shown.index("  repairs  ")].split())

    assert needs("numbers-value") == (
        "needs the source and numbers, dates and references that can be read in both languages; it is silent without"
    )
    assert needs("names-country") == (
        "needs the source and a table of countries of the two languages together, or else the source and a table of "
        "states of each language; it is silent without"
    )
    assert needs("dates-month") == "needs a translation in a language that has double months; it is silent without"
    assert needs("spelling-word") == "needs a translation in fr; it is silent without"
    assert needs("markup-brackets") == "needs nothing more: it looks at a text in any language"


def test_a_program_can_read_what_a_check_needs(tmtool: Tmtool) -> None:
    def requires(name: str) -> object:
        return tmtool.json("checks", name)[0]["requires"]

    assert requires("numbers-value") == {"source": True, "placeables": "both"}
    assert requires("markup-label") == {"typography": True, "or_else": {"source": True}}
    assert requires("typography-stray-space") == {}

"""Tests what a project writes in the table [check] of its tmtool.toml."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.acceptance.conftest import Tmtool
from tmtool.languages.fr.grammalecte import command

FRENCH = "L'ordre du jour de de la réunion des Nations unies\u00a0; les Nations unies\u00a0; les Nations unies\u00a0;\n"
OWN = """[check]
profile = "ministry"
[check.profiles.ministry]
base = "france"
disable = ["duplication-word"]
spaces = { ":;?!" = "narrow", "000" = "nbsp" }
apostrophe = "’"
"""


class Alone(Tmtool):
    """An `Alone` is tmtool as it runs where nobody has made a database."""

    def command(self, *arguments: object) -> list[str]:
        return [sys.executable, "-m", "tmtool", *map(str, arguments)]


@pytest.fixture
def tmtool(tmp_path: Path) -> Tmtool:
    tool = Alone(tmp_path)
    tool.write("a.txt", FRENCH)
    return tool


def test_the_profile_is_inferred_where_none_is_set(tmtool: Tmtool) -> None:
    said = tmtool.run("-v", "check", "a.txt")

    assert "profile: france (inferred)" in said.stderr


def test_a_profile_of_the_project_is_used_for_checks_and_repairs(tmtool: Tmtool) -> None:
    tmtool.write("tmtool.toml", OWN)

    checks = [(row["check"], row["level"]) for row in tmtool.json("check", "a.txt")]

    assert checks.count(("typography-spacing", "warning")) == 3
    assert checks.count(("typography-apostrophe", "warning")) == 1
    assert "duplication-word" not in dict(checks)
    assert "profile: ministry\n" in tmtool.run("-v", "check", "a.txt").stderr
    tmtool.ok("check", "a.txt", "--fix", "-o", "b.txt")
    mended = (tmtool.folder / "b.txt").read_text()
    assert mended == FRENCH.replace("\u00a0;", "\u202f;").replace("'", "’")


def test_hints_are_shown_with_all(tmtool: Tmtool) -> None:
    tmtool.write("en.txt", "The report was adopted.\n")
    tmtool.write("fr.txt", "Le rapport n’a pas été adopté.\n")

    (row,) = tmtool.json("check", "en.txt", "fr.txt", "--all")

    assert (row["check"], row["level"]) == ("meaning-negation", "hint")
    assert tmtool.json("check", "en.txt", "fr.txt") == []


@pytest.mark.skipif(command() is None, reason="Grammalecte is not installed")
def test_a_project_asks_grammalecte_too(tmtool: Tmtool) -> None:
    tmtool.write("b.txt", "Les points de vues exprimés à la séance ont été consignés.\n")
    assert "grammar-grammalecte" not in [row["check"] for row in tmtool.json("check", "b.txt")]

    tmtool.write("tmtool.toml", "[check]\ngrammalecte = true\n")

    (row,) = tmtool.json("check", "b.txt")
    assert (row["check"], row["suggestion"]) == ("grammar-grammalecte", "vue")


def test_a_project_that_asks_grammalecte_where_it_is_not_installed_hears_so(
    tmtool: Tmtool, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmtool.write("tmtool.toml", "[check]\ngrammalecte = true\n")
    monkeypatch.setenv("PATH", "")

    said = tmtool.run("check", "a.txt")

    assert said.returncode == 2
    assert "Grammalecte is not installed" in said.stderr
    assert "Traceback" not in said.stderr


WRONG = [
    ('profile = "nowhere"', "no profile 'nowhere'; there are un, france, canada"),
    ('grammalecte = "yes"', "grammalecte is true or false, not 'yes'"),
    ('disabled = ["a"]', "[check] has 'disabled'"),
    ('disable = ["a"]', "no check 'a'"),
    ('disable = "a"', """a list of checks is written ["a"], not 'a'"""),
    ("[check.profiles.un]", "the profile 'un' comes with tmtool"),
    ('[check.profiles.x]\nbase = "y"', "no profile 'y' to start from"),
    ('[check.profiles.x]\nspaces = { ";" = "wide" }', "no space 'wide'; there are none, plain, nbsp, narrow"),
    ('[check.profiles.x]\nspaces = { "," = "none" }', "',' is no sign that takes a space"),
    ('[check.profiles.x]\napostrophe = "`"', "the apostrophe is ' or ’"),
    ('levels = { "typography-spacing" = "grave" }', "no level 'grave'; there are error, warning, info"),
]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[chek]\nprofile = "un"', "the file has 'chek'; it may have db, check"),
        ('check = "un"', "'check' must be a table"),
        ("db = 3", "'db' must be the name of a file in quotes"),
        ("db = ", "tmtool.toml: cannot be read"),
    ],
)
def test_a_slip_of_the_pen_in_the_settings_is_said_by_every_command(tmtool: Tmtool, content: str, message: str) -> None:
    tmtool.write("tmtool.toml", content)

    for arguments in (("check", "a.txt"), ("lookup", "Other matters")):
        done = tmtool.run(*arguments)
        assert done.returncode == 3
        assert message in done.stderr, done.stderr


def test_settings_saved_with_a_byte_order_mark_are_read(tmtool: Tmtool) -> None:
    tmtool.write("tmtool.toml", b'\xef\xbb\xbf[check]\nprofile = "france"\n')

    assert "profile: france\n" in tmtool.run("-v", "check", "a.txt").stderr


@pytest.mark.parametrize(("line", "message"), WRONG)
def test_what_there_is_not_is_said(tmtool: Tmtool, line: str, message: str) -> None:
    tmtool.write("tmtool.toml", f"[check]\n{line}\n")

    done = tmtool.run("check", "a.txt")

    assert done.returncode == 3
    assert message in done.stderr, done.stderr

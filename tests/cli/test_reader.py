"""Tests the language of the person at the command line."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from tmtool.cli.main import tmtool


def run(*words: str, **environment: str) -> Result:
    return CliRunner().invoke(tmtool, words, env={"LC_ALL": None, "LC_MESSAGES": None, "LANG": None, **environment})


def test_the_language_may_be_asked_for_anywhere() -> None:
    for words in (("--ui", "fr", "stats", "--help"), ("stats", "--ui=fr", "--help"), ("stats", "--help", "--ui", "fr")):
        assert run(*words).output.startswith("Utilisation\N{NO-BREAK SPACE}: ")


def test_without_being_asked_for_it_is_that_of_the_locale() -> None:
    assert run("--help", LANG="fr_FR.UTF-8").output.startswith("Utilisation")
    assert run("--help", "--ui", "en", LANG="fr_FR.UTF-8").output.startswith("Usage: ")
    assert run("--help").output.startswith("Usage: ")


def test_what_is_wrong_in_the_command_line_is_said_in_it() -> None:
    assert "Il n’y a pas d’option '--nothing'" in run("--ui", "fr", "--nothing").output
    assert "No such option '--nothing'" in run("--nothing").output


def test_a_language_that_tmtool_does_not_speak_is_refused() -> None:
    refused = run("--ui", "xx")
    assert refused.exit_code == 2
    assert "'xx' is not one of 'en', 'fr'" in refused.output


@pytest.mark.parametrize("words", [(), ("--ui", "fr")])
def test_the_help_is_shown_where_nothing_is_asked(words: tuple[str, ...]) -> None:
    shown = run(*words)
    assert shown.exit_code == 0
    assert "--version" in shown.output

"""Tests the language of the person at the command line."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tmtool import open as open_memory
from tmtool.cli import lookup, reader
from tmtool.cli.main import tmtool
from tmtool.present import catalogues
from tmtool.store import open_home
from tmtool.tasks.lookup import Wanted

SPACE = "\N{NO-BREAK SPACE}"


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


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("draft.txt").write_text("La réunion s’ouvrira le lundi 8 septembre 2020.\n", encoding="utf-8")
    return "draft.txt"


def test_findings_are_said_in_it(draft: str) -> None:
    french = run("--ui", "fr", "check", draft).output
    assert f"«{SPACE}lundi 8 septembre 2020{SPACE}» ici, mais le 8 septembre 2020 est un mardi." in french
    assert f"1 segment{SPACE}: 1 erreur" in french
    assert "“lundi 8 septembre 2020” here, but 2020-09-08 is a Tuesday." in run("check", draft).output


def test_json_is_in_english_whatever_the_locale_unless_a_language_is_asked_for(draft: str) -> None:
    def message(*words: str) -> str:
        line = run(*words, "check", draft, "--json", LANG="fr_FR.UTF-8").output.splitlines()[0]
        return str(json.loads(line)["message"])

    assert message().startswith("“lundi 8 septembre 2020” here")
    assert message("--ui", "fr").startswith(f"«{SPACE}lundi 8 septembre 2020{SPACE}» ici")


def test_sarif_is_in_english_whatever_the_locale_unless_a_language_is_asked_for(draft: str) -> None:
    def log(*words: str) -> tuple[str, str]:
        run(*words, "check", draft, "-o", "log.sarif", LANG="fr_FR.UTF-8")
        (found,) = json.loads(Path("log.sarif").read_text(encoding="utf-8"))["runs"]
        return found["language"], found["results"][0]["message"]["text"].partition(" ici")[1]

    assert log() == ("en-US", "")
    assert log("--ui", "fr") == ("fr", " ici")


def test_a_page_is_in_it(draft: str) -> None:
    run("--ui", "fr", "check", draft, "-o", "page.html")
    page = Path("page.html").read_text(encoding="utf-8")
    for said in (
        '<html lang="fr">',
        f"<title>Signalements{SPACE}: draft.txt",
        "✘ erreur",
        "signalement suivant, précédent",
    ):
        assert said in page
    assert "[[" not in page.partition("<script")[0]


def test_errors_are_said_in_it() -> None:
    refused = subprocess.run(
        [sys.executable, "-m", "tmtool", "--ui", "fr", "checks", "nothing"], capture_output=True, encoding="utf-8"
    )
    assert refused.returncode == 2
    assert refused.stderr == f"tmtool: il n’y a pas de contrôle 'nothing'{SPACE}; `tmtool checks` les énumère tous\n"


def test_what_the_system_says_of_a_file_is_said_in_it(draft: str) -> None:
    refused = [sys.executable, "-m", "tmtool", "--ui", "fr", "check", draft, "-o", "nowhere/page.html"]
    said = subprocess.run(refused, capture_output=True, encoding="utf-8").stderr
    assert "ne peut pas être écrit (ni fichier ni dossier de ce nom)" in said


def test_what_is_not_checked_is_said_in_it(draft: str) -> None:
    shown = run("--ui", "fr", "check", draft, "--target-lang", "xx").stderr
    assert "les nombres, les dates, les renvois et les termes ne sont pas vérifiés" in shown


@pytest.mark.parametrize("words", [("lookup",), ("query",), ("terms", "check")])
def test_the_help_says_of_a_number_without_a_highest_one_only_the_lowest(words: tuple[str, ...]) -> None:
    assert "x>=0]" in " ".join(run(*words, "--help").output.split())
    assert "<=" not in run("query", "--help").output


def test_english_reads_no_catalogue() -> None:
    before = catalogues.catalogue.cache_info()
    run("--help")
    assert catalogues.catalogue.cache_info() == before


def test_a_line_of_json_is_in_it_whichever_process_makes_it(tmp_path: Path) -> None:
    table = tmp_path / "memory.tsv"
    table.write_text("en\tfr\nThe report will be read.\tLe rapport sera lu.\n", encoding="utf-8")
    with open_memory(tmp_path / "tm.db", create=True) as memory:
        memory.import_(table)
    reader.choose(["--ui=fr"])
    job = pickle.dumps(lookup._InJson(Wanted("en", "fr", 50, 1)))
    reader.choose()
    with open_home(tmp_path / "tm.db") as home:
        line = json.loads(pickle.loads(job).answering(home)("The report will not be read."))
    reader.choose()
    assert line["matches"][0]["adapted"]["reasons"][0] == "ce ne sont pas seulement des valeurs qui diffèrent"

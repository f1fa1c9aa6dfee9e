"""Grammalecte is asked where it is installed, all texts at once, and its answer is put with the right text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.checks.rules.grammar.grammalecte import CHECK
from tmtool.errors import UsageError
from tmtool.languages.fr.grammalecte import command, read_answer, remarks
from tmtool.model import Remark, Span

installed = pytest.mark.skipif(command() is None, reason="Grammalecte is not installed")


@installed
def test_the_examples_of_the_check_are_what_grammalecte_says() -> None:
    said = remarks(example.target for example in CHECK.examples)

    assert {text: set(some) for text, some in said.items()} == {
        example.target: set(example.remarks) for example in CHECK.examples
    }


@installed
def test_a_text_with_line_ends_and_an_empty_one_do_not_move_the_others() -> None:
    wrong = "Elle a adopté les décision."

    said = remarks(["Le Comité\nse réunit.\u2028Il délibère.", "", wrong, "Le Comité s’est réuni."])

    assert [(text, one.span.of(text)) for text, some in said.items() for one in some] == [(wrong, "décision")]


def test_an_answer_gives_family_message_and_suggestions_by_text() -> None:
    answer = (
        '{ "grammalecte": "2.1.2", "lang": "fr", "data" : [\n{"iParagraph": 1, "lGrammarErrors": [], '
        '"lSpellingErrors": []},\n{"iParagraph": 2, "lGrammarErrors": [{"nStart": 4, "nEnd": 8, "sLineId": "#1", '
        '"sRuleId": "g3__gn_les_1m__b2_a1_1", "sType": "gn", "aColor": [64, 127, 191], "sMessage": "Accord.", '
        '"aSuggestions": ["pays", ""], "URL": ""}], "lSpellingErrors": []}\n]}'
    )

    said = read_answer(answer, ["Rien.", "Les pais."])

    assert said == {"Les pais.": (Remark(Span(4, 8), "gn_les_1m", "Accord.", ("pays",)),)}


def test_without_grammalecte_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(UsageError, match=r"Grammalecte is not installed.*take it out of the table"):
        remarks(["Un texte."])


@pytest.mark.parametrize("answer", ['{ "data" : [', '{"data": [{"iParagraph": 9, "lGrammarErrors": []}]}'])
def test_an_answer_cut_short_or_of_another_kind_is_told_in_one_line(
    answer: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "grammalecte-cli"
    path.write_text(f"#!/bin/sh\necho '{answer}'\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(UsageError, match="grammalecte-cli gives no answer that can be read"):
        remarks(["Un texte."])


def test_a_program_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "grammalecte-cli"
    path.write_text("#!/bin/sh\nexec /bin/sleep 20\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("tmtool.languages.fr.grammalecte._SECONDS", 0.1)

    with pytest.raises(UsageError, match="no answer in"):
        remarks(["Un texte."])

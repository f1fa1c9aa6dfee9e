"""A language is added as one folder of another package: every command works with it.

Nolin, which nobody speaks, ends its sentences with a tilde, puts -in after the plural of a word, has months and small
numbers of its own and parts thousands by a point.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import Tmtool
from tests.third_party import name_entry_points

NOLIN = {
    "__init__.py": '''"""Nolin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tmtool.languages import dates, numerals, symbols
from tmtool.languages.finding import Reading, select
from tmtool.languages.language import Language
from tmtool.languages.letters import fold_case
from tmtool.languages.numerals import Numeral, plain
from tmtool.languages.rendering import Change, Rewritten, UncertainError, calendar
from tmtool.model import Placeable, PlaceableKind, Span

MONTHS = {"soluna": 9, "brumo": 11}
NUMBERS = {"pen": 2, "ket": 3, "dov": 5}
_DATE = re.compile(rf"(?<!\\w)(\\d{{1,2}}) ({'|'.join(MONTHS)}) (\\d{{4}})(?!\\w)")
_NUMBER = re.compile(rf"(?<!\\w)(?:(\\d{{1,3}}(?:\\.\\d{{3}})+|\\d+)|({'|'.join(NUMBERS)}))(?!\\w)")


def _dates(reading: Reading) -> Iterator[Placeable]:
    for found in _DATE.finditer(reading.lower):
        value = dates.value(int(found[3]), MONTHS[found[2]], int(found[1]))
        yield Placeable(PlaceableKind.DATE, Span(*found.span()), value)


def _numbers(reading: Reading) -> Iterator[Placeable]:
    for found in _NUMBER.finditer(reading.lower):
        value = str(NUMBERS[found[2]]) if found[2] else plain(found[1].replace(".", ""))
        yield Placeable(PlaceableKind.NUMBER, Span(*found.span()), value)


def _forms(word: str, part_of_speech: str = "") -> frozenset[str]:
    singular = fold_case(word).removesuffix("in")
    return frozenset({singular, f"{singular}in"})


def _rewrite(text: str, place: Placeable, change: Change) -> Rewritten:
    if change.kind is PlaceableKind.DATE:
        year, month, day = calendar(change.new)
        name = next((name for name, number in MONTHS.items() if number == month), "")
        if year and day and name:
            return Rewritten(place.span, f"{day} {name} {year}")
    if change.kind is PlaceableKind.NUMBER and change.new.isdigit():
        return Rewritten(place.span, f"{int(change.new):,}".replace(",", "."))
    raise UncertainError(f"Nolin cannot write {change.new}")


LANGUAGE = Language(
    tag="qno",
    folder=Path(__file__).parent,
    forms=_forms,
    has_gender=False,
    placeables=partial(select, excluders=(symbols.exclude_addresses,), finders=(symbols.find, _dates, _numbers)),
    value_words=frozenset((*MONTHS, *NUMBERS)),
    value_joints=frozenset(("su",)),
    rewrite=_rewrite,
)
''',
    "function_words.txt": "# Words without content, one a line.\nlu\nti\nna\nsu\nnul\n",
    "small_words.tsv": "# How small words behave. Columns: class, words.\narticle\tlu\njoint\tna\ncoordinator\tsu\n",
    "contrasts.tsv": "# Words that change the meaning of a sentence. Columns: kind, words.\nnegation\tnul\n",
    "repeated_words.tsv": "# Words that may come twice in a row. Columns: class, words.\ndouble\tmira\n",
    "names.tsv": "# How files and tables name Nolin. Columns: kind, text, tag.\nname\tnolin\tqno\nmark\tnol\tqno\n",
    "page.tsv": "# How lines go together. Columns: class, words.\nopen\tlu na\npage\tfolyo\nof\tna\n",
    "agenda.tsv": "# The parts of an agenda. Columns: cue, phrase.\ncontinued\t(zor)\n",
    "sentences.srx": """<?xml version="1.0" encoding="UTF-8"?>
<!-- Sentences of Nolin end with a tilde, and nowhere else. -->
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
  <header segmentsubflows="yes" cascade="yes"/>
  <body>
    <languagerules>
      <languagerule languagerulename="Nolin">
        <rule break="yes"><beforebreak>~</beforebreak><afterbreak>\\s+</afterbreak></rule>
        <rule break="no"><beforebreak>[.?!]</beforebreak><afterbreak>\\s+</afterbreak></rule>
      </languagerule>
    </languagerules>
    <maprules><languagemap languagepattern="[Qq][Nn][Oo].*" languagerulename="Nolin"/></maprules>
  </body>
</srx>
""",
}

MEMORY = """English	Nolin	doc
The Working Group will meet on 8 September 2020.	Lu dorsa kemba meru 8 soluna 2020~	A/1
The experts read 1,200 reports.	Lu savirin lektu 1.200 rapotin~	A/1
The delegates were present.	Lu delegin mira~	A/1
The Secretariat prepared a note.	Lu sekreta pretu noti~	A/2
"""
TERMS = """id	en	qno	pos
wg	working group	dorsa kemba	noun
expert	expert	savir	noun
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Installs a package as third parties do, whose entry point names the language."""
    place = tmp_path_factory.mktemp("installed")
    for name, content in NOLIN.items():
        (place / "nolin").mkdir(parents=True, exist_ok=True)
        (place / "nolin" / name).write_text(content, encoding="utf-8")
    name_entry_points(place, "nolin", "[tmtool.languages]\nqno = nolin:LANGUAGE\n")
    return place


@pytest.fixture
def nolin(installed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Has commands find the package."""
    paths = filter(None, (str(installed), os.environ.get("PYTHONPATH")))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
    return installed


@pytest.fixture
def tool(nolin: Path, tmtool: Tmtool) -> Tmtool:
    """Returns a database with a small memory and a small term base in English and Nolin."""
    tmtool.write("memory.tsv", MEMORY)
    tmtool.write("terms.tsv", TERMS)
    tmtool.ok("import", "memory.tsv", "--target-lang", "qno")
    tmtool.ok("import", "terms.tsv", "--target-lang", "qno")
    return tmtool


INTO = ("--source-lang", "en", "--target-lang", "qno")
OUT_OF = ("--source-lang", "qno", "--target-lang", "en")


def first(answers: list[dict[str, Any]]) -> dict[str, Any]:
    match: dict[str, Any] = answers[0]["matches"][0]
    return match


def test_a_column_is_known_by_the_name_of_the_language(tool: Tmtool) -> None:
    (told,) = tool.json("import", "memory.tsv", "--memory", "again", "--target-lang", "qno")
    assert (told["units"], told["skipped"]) == (4, [])


def test_a_lookup_adapts_dates_and_numbers_into_the_language(tool: Tmtool) -> None:
    date = first(tool.json("lookup", "The Working Group will meet on 10 November 2021.", *INTO))
    number = first(tool.json("lookup", "The experts read 2,500 reports.", *INTO))
    assert (date["kind"], date["adapted"]["target"]) == ("adapted", "Lu dorsa kemba meru 10 brumo 2021~")
    assert (number["kind"], number["adapted"]["target"]) == ("adapted", "Lu savirin lektu 2.500 rapotin~")


def test_a_lookup_adapts_out_of_the_language_and_warns_of_its_negation(tool: Tmtool) -> None:
    adapted = first(tool.json("lookup", "Lu dorsa kemba meru 10 brumo 2021~", *OUT_OF))
    denied = first(tool.json("lookup", "Lu dorsa kemba nul meru 8 soluna 2020~", *OUT_OF))
    assert adapted["adapted"]["target"] == "The Working Group will meet on 10 November 2021."
    assert [warning["kind"] for warning in denied["warnings"]] == ["negation"]


def test_a_document_is_cut_where_the_sentences_of_the_language_end(tool: Tmtool) -> None:
    tool.write("new.txt", "Lu delegin mira~ Lu sekreta pretu noti~ Lu A. Benu mira. Ti lektu~\n")
    segments = tool.json("suggest", "new.txt", *OUT_OF)
    assert [(segment["source"], segment["kind"], segment["suggestion"]) for segment in segments] == [
        ("Lu delegin mira~", "exact", "The delegates were present."),
        ("Lu sekreta pretu noti~", "exact", "The Secretariat prepared a note."),
        ("Lu A. Benu mira. Ti lektu~", "none", None),
    ]


def test_lines_of_a_page_go_on_after_a_word_that_ends_no_paragraph(tool: Tmtool) -> None:
    tool.write("new.txt", "Kemba na\nSekreta mira~\n")
    assert [segment["source"] for segment in tool.json("suggest", "new.txt", *OUT_OF)] == ["Kemba na Sekreta mira~"]


def test_the_numbers_of_pages_are_known_in_the_language_whatever_language_is_asked_for(tool: Tmtool) -> None:
    tool.write("new.txt", "Lu delegin mira~\n\nFolyo 1 na 3\n\nLu sekreta pretu noti~\n")
    for languages in (OUT_OF, ("--source-lang", "en", "--target-lang", "fr")):
        segments = tool.json("suggest", "new.txt", *languages)
        assert [segment["source"] for segment in segments] == ["Lu delegin mira~", "Lu sekreta pretu noti~"]


def test_documents_are_aligned_by_sentences_and_numbers(tool: Tmtool) -> None:
    tool.write("en.txt", "The delegates came. The experts read 1,200 reports. They met in 2020. It rained.\n")
    tool.write("qno.txt", "Lu delegin venu~ Lu savirin lektu 1.200 rapotin su meru 2020~ Pluvo~\n")
    (alignment,) = tool.json("align", "en.txt", "qno.txt", *INTO)
    assert [(bead["source"], bead["target"]) for bead in alignment["beads"]] == [([0], [0]), ([1, 2], [1]), ([3], [2])]


def test_a_folder_is_paired_by_the_mark_of_the_language(tool: Tmtool) -> None:
    tool.write("pairs/report_en.txt", "The experts read 1,200 reports.\n")
    tool.write("pairs/report_nol.txt", "Lu savirin lektu 1.200 rapotin~\n")
    done = tool.run("align", "pairs", *INTO)
    assert "1 of 1: pairs/report_en.txt + pairs/report_nol.txt (same name)" in done.stderr


def test_a_check_compares_values_and_finds_a_doubled_word(tool: Tmtool) -> None:
    tool.write("en.txt", "The experts read 1,200 reports.\nThe Group met on 8 September 2020.\nThey were present.\n")
    tool.write("qno.txt", "Lu savirin lektu 1.300 rapotin~\nLu kemba kemba meru 8 brumo 2020~\nTi mira mira~\n")
    findings = tool.json("check", "en.txt", "qno.txt", *INTO, "--segmentation", "lines", "--fail-on", "never")
    assert {(finding["segment"], finding["check"]) for finding in findings} >= {
        (1, "numbers-value"),
        (2, "dates-value"),
        (2, "duplication-word"),
    }
    assert not any(finding["segment"] == 3 for finding in findings)


def test_a_text_without_fault_has_no_findings(tool: Tmtool) -> None:
    tool.write("en.txt", "The experts read 1,200 reports.\nThe Group met on 8 September 2020.\n")
    tool.write("qno.txt", "Lu savirin lektu 1.200 rapotin~\nLu kemba meru 8 soluna 2020~\n")
    assert tool.json("check", "en.txt", "qno.txt", *INTO, "--segmentation", "lines", "--fail-on", "never") == []


def test_a_concordance_finds_all_forms_of_a_word(tool: Tmtool) -> None:
    lines = tool.json("concordance", "rapot", "--lang", "qno", "--target-lang", "en")
    assert [line["source"] for line in lines] == ["Lu savirin lektu 1.200 rapotin~"]


def test_terms_are_found_in_other_forms_with_an_article_between(tool: Tmtool) -> None:
    found = tool.json("terms", "find", "Ti savirin su dorsain na lu kemba", *OUT_OF)
    assert [(one["concept"], one["source"]) for one in found] == [("expert", "savirin")]
    (group,) = tool.json("terms", "find", "Lu dorsain kembain meru~", *OUT_OF)
    assert (group["source"], group["translations"][0]["term"]) == ("dorsain kembain", "working group")


def test_without_the_package_the_language_is_text_without_values(tmtool: Tmtool) -> None:
    tmtool.write("memory.tsv", MEMORY.replace("Nolin", "qno"))
    tmtool.ok("import", "memory.tsv", "--target-lang", "qno")
    match = first(tmtool.json("lookup", "Lu dorsa kemba meru 10 brumo 2021~", *OUT_OF, "--threshold", "60"))
    assert (match["kind"], match["rate"]) == ("fuzzy", 62)

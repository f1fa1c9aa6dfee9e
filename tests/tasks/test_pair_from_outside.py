"""A pair of languages that another package adds serves alignment and the checks as those inside do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.third_party import name_entry_points
from tmtool.alignment.align import align
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.documents.reading import parse_lines
from tmtool.tasks.align import Alignment

LANGUAGE = """
import re
from tmtool.languages.language import Language
from tmtool.languages.letters import fold, fold_case
from tmtool.model import Span

LANGUAGE = Language(
    tag="qaa",
    placeables=lambda text: (),
    words=lambda text: tuple(Span(*found.span()) for found in re.finditer(r"\\w+", text)),
    fold=fold,
    fold_case=fold_case,
    forms=lambda word, part_of_speech="": frozenset({word}),
    function_words=frozenset({"qo"}),
)
"""
PAIR = """
from pathlib import Path
from tmtool.languages.pairs.pair import LanguagePair

PAIR = LanguagePair("en", "qaa", Path(__file__).parent, expected_length=(3.0, 0.33), length_range=(2.5, 4.0))
"""
SOURCE = ("The river is long.", "A tree burns.", "They sing.", "The house is old.")
TARGET = ("Qo mizu pavlo.", "Qo zorb nerk.")


@pytest.fixture(autouse=True)
def quenya(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Installs a package with the language qaa and what belongs to it and English."""
    package = tmp_path / "quenya"
    package.mkdir()
    (package / "__init__.py").write_text(LANGUAGE + PAIR, encoding="utf-8")
    (package / "words.tsv").write_text("tree\tmizu\nburns\tpavlo\nhouse\tzorb\nold\tnerk\n", encoding="utf-8")
    (package / "countries.tsv").write_text(
        "country\tKenya\t^Kenya\t-\t^Kiq\t-\ncountry\tChad\t^Chad\t-\t^Taq\t-\n", encoding="utf-8"
    )
    name_entry_points(
        tmp_path,
        "quenya",
        "[tmtool.languages]\nqaa = quenya:LANGUAGE\n[tmtool.language_pairs]\nen_qaa = quenya:PAIR\n",
    )
    monkeypatch.syspath_prepend(tmp_path)


def test_its_words_tell_which_segments_belong_together() -> None:
    beads = align(SOURCE, TARGET, source_language="en", target_language="qaa")
    assert {(bead.source, bead.target) for bead in beads if bead.target} == {((1,), (0,)), ((3,), (1,))}


@pytest.mark.parametrize(("times", "doubt"), [(3, ""), (1, "the translation is 1.0 times as long as the source")])
def test_its_ratio_of_lengths_tells_whether_documents_are_translations(times: int, doubt: str) -> None:
    source, target = parse_lines(["abcdef"], language="en"), parse_lines(["uvwxyz" * times], language="qaa")
    beads = align(["12"], ["12"], source_language="en", target_language="qaa")
    assert Alignment(source, target, beads).doubts() == doubt


def draft(source: str, target: str, *tags: str) -> Draft:
    return prepare([Pair(1, target, source)], source_language=tags[0], target_language=tags[1])


def test_its_names_of_countries_are_compared_in_both_directions() -> None:
    there = run_checks(draft("The tree of Kenya", "Qo mizu Taq", "en", "qaa"), names=["names-country"])
    back = run_checks(draft("Qo mizu Taq", "The tree of Kenya", "qaa", "en"), names=["names-country"])
    assert [one.message for one in there] == ["“Taq” here, but “Kenya” in the source."]
    assert [one.message for one in back] == ["“Kenya” here, but “Taq” in the source."]

"""Finds the 4,000 English–French pairs of the United Nations Parallel Corpus' development set, where they are at
hand."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from tests.acceptance.conftest import REPOSITORY, Tmtool
from tmtool.matching.lookup import Lookup
from tmtool.store import open_home
from tmtool.text.tokens import match_rate, normalise, tokens

CORPUS = REPOSITORY.parent / "shared" / "data" / "un" / "unv1.0.dev.en-fr.tsv"
PAIRS = 4_000

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not on this machine")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Tmtool:
    tool = Tmtool(tmp_path_factory.mktemp("corpus"))
    report = tool.json("import", CORPUS)[0]
    assert (report["units"], report["added"], report["skipped"]) == (PAIRS, PAIRS, [])
    return tool


@pytest.fixture(scope="module")
def english() -> list[str]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return [row["en"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def test_each_sentence_finds_itself_at_100(corpus: Tmtool, english: list[str]) -> None:
    lookup = lookup_in(corpus)
    for text in random.Random(1).sample(english, 200):
        best = lookup.matches(text)[0]
        assert (best.rate, best.source) == (100, text)


def test_with_one_word_changed_each_is_found_at_the_rate_that_a_scan_gives(corpus: Tmtool, english: list[str]) -> None:
    lookup = lookup_in(corpus)
    chance = random.Random(2)
    distinct = sorted({normalise(text) for text in english})
    for text in chance.sample([text for text in english if len(tokens(text)) > 4], 60):
        words = text.split(" ")
        words[chance.randrange(len(words))] = "harbour"
        query = " ".join(words)
        scanned = {stored: rate for stored in distinct if (rate := match_rate(query, stored)) >= 70}
        found = {normalise(m.source): m.rate for m in lookup.matches(query, limit=0) if m.rate >= 70}
        assert found == scanned


def lookup_in(tool: Tmtool) -> Lookup:
    return Lookup(open_home(Path(tool.folder / tool.db)), "en", "fr")

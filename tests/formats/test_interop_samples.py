"""Every file of the interoperability samples is read as its index says, or refused with a clear error."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from lxml import etree

from tests.processor import at_most
from tmtool.errors import InputError
from tmtool.formats.registry import detect
from tmtool.formats.xml_reading import local_name
from tmtool.model import Notice, Skipped, TermStatus

from .conftest import INTEROP, concepts_of, units_of

FOLDERS = ("tmx", "xliff", "sdlxliff", "mqxliff", "po", "tbx", "glossary", "selfmade", "hostile", "omegat")
CODES_ONLY = {
    "tmx/hrs-allbsd-eb0ee71-2.tmx": 1,
    "tmx/omegat-org-52d50b2-invalid.tmx": 0,
    "mqxliff/mihnita-bb187a0-MQ-12-Test01.xlf": 0,
}
"""Files in which the index counts the content of codes as text."""
SECONDS = 5.0


def index() -> Iterator[dict[str, str]]:
    if not INTEROP.is_dir():
        return
    with (INTEROP / "INDEX.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["path"].startswith(FOLDERS) and (INTEROP / row["path"]).is_file():
                yield row


def rows(*prefixes: str) -> list[ParameterSet]:
    """Returns the lines of the index for files under these folders, or one that skips where there are no samples."""
    found = [pytest.param(row, id=row["path"]) for row in index() if row["path"].startswith(prefixes)]
    return found or [pytest.param({}, marks=pytest.mark.skip(reason="the interoperability samples are not here"))]


@pytest.mark.parametrize("row", rows(*FOLDERS))
def test_a_file_is_read_or_refused_with_its_name_and_in_time(row: dict[str, str]) -> None:
    path = INTEROP / row["path"]
    with at_most(SECONDS):
        try:
            found = detect(path)
            for reader in (found.read_units, found.read_concepts):
                if reader is not None:
                    list(reader(path, source_language="en", target_language="fr"))
        except InputError as error:
            assert error.path == path
            assert error.remedy


@pytest.mark.parametrize("row", rows("tmx/"))
def test_a_memory_has_the_units_that_the_index_counts(row: dict[str, str]) -> None:
    units, skipped = units_of(INTEROP / row["path"])
    if not row["units"]:
        return
    usable = CODES_ONLY.get(row["path"], int(row["usable_units"]))
    assert (len(units) + len(skipped), len(units)) == (int(row["units"]), usable)
    both = sum(unit.variant("en") is not None and unit.variant("fr") is not None for unit in units)
    if row["path"] not in CODES_ONLY:
        assert both == int(row["en_fr_units"])


@pytest.mark.parametrize("row", rows("xliff/", "sdlxliff/", "mqxliff/"))
def test_a_bilingual_file_gives_the_units_whose_target_has_text(row: dict[str, str]) -> None:
    path = INTEROP / row["path"]
    if row["usable_units"] == "-1":
        with pytest.raises(InputError):
            units_of(path)
        return
    units, _ = units_of(path)
    translated = {
        element.sourceline
        for element in etree.parse(str(path)).iter("{*}trans-unit", "{*}segment")
        for target in element
        if local_name(target) == "target" and "".join(map(str, target.itertext())).strip()
    }
    if row["path"] in CODES_ONLY:
        translated = set()
    assert {unit.line for unit in units} == translated
    assert len(translated) <= int(row["usable_units"])


REFUSED = {
    "tmx/billion_laughs.tmx": "entities",
    "tmx/external_entity_file.tmx": "entities",
    "tmx/truncated_mid_tag.tmx": "Premature end",
    "tmx/latin1_declared_utf8.tmx": "encoding",
    "tmx/utf16_declared_utf8_bytes.tmx": "UTF-16",
    "tmx/nul_in_seg.tmx": "Char 0x0",
    "tmx/surrogate_utf8.tmx": "encoding",
    "tmx/double_bom.tmx": "not well-formed",
    "tmx/html_as_tmx.tmx": "web page",
    "tmx/empty.tmx": "empty",
    "xliff/billion_laughs.xlf": "entities",
}
READ = {
    "tmx/utf16le_bom.tmx": (3, 0),
    "tmx/tuv_without_seg.tmx": (2, 1),
    "tmx/no_english.tmx": (2, 0),
    "tmx/missing_srclang.tmx": (2, 0),
    "tmx/duplicates.tmx": (6, 0),
    "tmx/nested_hi_200.tmx": (2, 0),
    "tmx/ept_before_bpt.tmx": (2, 0),
    "tmx/namespaced.tmx": (2, 0),
    "tmx/lang_attr_11.tmx": (2, 0),
    "tmx/all_srclang.tmx": (2, 0),
    "tmx/three_french.tmx": (1, 0),
    "tmx/nbsp_crlf.tmx": (2, 0),
    "xliff/no_target_language.xlf": (1, 0),
    "xliff/dup_ids.xlf": (2, 0),
    "xliff/v2_segment_no_target.xlf": (1, 1),
    "xliff/v21_with_12_ns.xlf": (1, 0),
}


@pytest.mark.parametrize(("name", "word"), REFUSED.items())
def test_a_hostile_file_is_refused_with_its_cause(interop: Path, name: str, word: str) -> None:
    with pytest.raises(InputError, match=word):
        units_of(interop / "hostile" / name)


@pytest.mark.parametrize(("name", "counts"), READ.items())
def test_an_odd_file_is_read_all_the_same(interop: Path, name: str, counts: tuple[int, int]) -> None:
    units, skipped = units_of(interop / "hostile" / name)
    assert (len(units), len(skipped)) == counts


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("selfmade/tmx/memoq_style.tmx", 3),
        ("selfmade/tmx/trados_style.tmx", 3),
        ("selfmade/tmx/matecat_style.tmx", 3),
        ("selfmade/tmx/omegat_project_save.tmx", 4),
        ("selfmade/mqxliff/memoq_style.mqxliff", 3),
        ("selfmade/txlf/wordfast_style.txlf", 3),
        ("selfmade/omegat_project/tm/auto/auto.tmx", 1),
    ],
)
def test_files_in_the_style_of_a_tool_give_all_their_units(interop: Path, name: str, count: int) -> None:
    units, skipped = units_of(interop / name)
    assert (len(units), len(skipped)) == (count, 0)


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("selfmade/glossary/omegat.txt", 4),
        ("selfmade/glossary/weblate.csv", 4),
        ("selfmade/glossary/deepl.tsv", 4),
        ("selfmade/glossary/deepl_langs.csv", 4),
        ("selfmade/glossary/matecat.csv", 4),
        ("selfmade/glossary/memoq.csv", 4),
        ("selfmade/glossary/sample_1_11.utx", 4),
        ("hostile/glossary/semicolon_cp1252.csv", 2),
        ("hostile/glossary/formula.csv", 1),
        ("glossary/mihnita-d179c65-field_delimiter_tab.tab", 2),
        ("omegat/project/glossary/glossary.txt", 2),
    ],
)
def test_glossaries_of_every_tool_give_their_terms(interop: Path, name: str, count: int) -> None:
    assert len(concepts_of(interop / name)[0]) == count


def test_a_forbidden_term_is_deprecated(interop: Path) -> None:
    for name, place in (("matecat.csv", 0), ("sample_1_11.utx", 1)):
        concepts, _ = concepts_of(interop / "selfmade" / "glossary" / name)
        statuses = [concept.in_language("fr")[0].status is TermStatus.DEPRECATED for concept in concepts]
        assert statuses == [number == place for number in range(4)]


@pytest.mark.parametrize(
    ("name", "word"), [("tmx/missing_srclang.tmx", "srclang"), ("xliff/no_target_language.xlf", "taken for fr")]
)
def test_what_a_reader_assumed_is_told_and_nothing_left_out(interop: Path, name: str, word: str) -> None:
    reader = detect(interop / "hostile" / name).read_units
    assert reader is not None
    found = list(reader(interop / "hostile" / name, source_language="en", target_language="fr"))
    (notice,) = [entry for entry in found if isinstance(entry, Notice)]
    assert word in notice.text
    assert notice.line
    assert not any(isinstance(entry, Skipped) for entry in found)

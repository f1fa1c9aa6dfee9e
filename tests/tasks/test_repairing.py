"""What is certain in a draft is repaired in its own format, proven by a second check, and only once."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmtool.checks.engine.waivers import Waiver, key_of
from tmtool.documents.reading import Segmentation
from tmtool.errors import InputError
from tmtool.formats.docx.table import table_document
from tmtool.model import Finding, Level
from tmtool.model.wording import say
from tmtool.store import open_home
from tmtool.tasks.check import Checked, check
from tmtool.tasks.repairing import CLASHES, EITHER, TOO_LONG, UNPROVEN, Repaired, repair

UNIT = "<tu><tuv xml:lang='en'><seg>A</seg></tuv><tuv xml:lang='fr'><seg>{}</seg></tuv></tu>"
CLEAN = "Le Groupe de travail examinera cette question."
FLAWED = (
    "Le Groupe de de travail examinera cette question.",
    "Le rapport de le Secrétariat sera présenté lundi 10 septembre 2030.",
    "Les délégations  souhaiteront peut-être examiner le le rapport , à savoir:",
    "la question de l'ordre du jour ; la question de l’année ; l’avenir\u00a0;",
    "Il est question de “réunion” et de « séance » , le 1.5 million",
)


def mend(path: Path, segmentation: Segmentation = "auto", waivers: tuple[Waiver, ...] = ()) -> Repaired:
    """Returns a repair by the checks that need no terms: an empty database spares the time to read those that come
    along."""
    with TemporaryDirectory() as folder, open_home(Path(folder) / "t.db", create=True) as home:
        recheck = partial(check, None, home=home, segmentation=segmentation, waivers=waivers)
        return repair(path, recheck(path), recheck, segmentation=segmentation, target_language="fr")


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def found(checked: Checked) -> set[tuple[int, str]]:
    return {(one.segment, one.check) for one in checked.findings}


def mended_once_for_all(path: Path) -> Repaired:
    """Returns the repair of a file, which leaves nothing to a second one."""
    once = mend(path)
    path.write_bytes(once.content)
    twice = mend(path)
    assert not twice.made
    assert twice.content == once.content
    assert found(twice.before) == found(once.after)
    return once


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from([CLEAN, "", *FLAWED]), min_size=1, max_size=5).filter(any),
    st.sampled_from(["a.txt", "a.tsv", "a.tmx"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_a_draft_repaired_twice_is_as_repaired_once(lines: list[str], name: str, end: str) -> None:
    forms = {
        "a.txt": end.join(lines),
        "a.tsv": end.join(["en\tfr", *(f"The Working Group.\t{line}" for line in lines)]),
        "a.tmx": end.join(
            [
                "<tmx version='1.4'><header srclang='en'/><body>",
                *(UNIT.format(line) for line in lines),
                "</body></tmx>",
            ]
        ),
    }  # fmt: skip
    with TemporaryDirectory() as folder:
        once = mended_once_for_all(written(Path(folder), name, forms[name]))
        assert once.content.count(end.encode()) == forms[name].count(end)


XLIFF = (
    "<xliff version='1.2'><file source-language='en' target-language='fr' original='a'><body>{}</body></file></xliff>"
)
TRANS_UNIT = (
    "<trans-unit id='{}'><source>A</source><target>{}</target><alt-trans><target>{}</target></alt-trans></trans-unit>"
)


@settings(max_examples=10)
@given(st.lists(st.sampled_from([CLEAN, *FLAWED]), min_size=1, max_size=4), st.sampled_from(["a.docx", "a.xlf"]))
def test_office_files_and_xliff_too_are_repaired_once(lines: list[str], name: str) -> None:
    units = "".join(TRANS_UNIT.format(number, line, line) for number, line in enumerate(lines))
    content = (
        XLIFF.format(units).encode() if name == "a.xlf" else table_document([["1", line] for line in lines], ["fr"])
    )
    with TemporaryDirectory() as folder:
        once = mended_once_for_all(written(Path(folder), name, content))
        assert bool(once.made) is (once.content != content)


def test_every_other_byte_of_a_text_stays(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", f"\ufeff{CLEAN}  \r\n\r\n\t{FLAWED[0]}\r{CLEAN}".encode("utf-16-le"))

    assert mend(
        path
    ).content == f"\ufeff{CLEAN}  \r\n\r\n\tLe Groupe de travail examinera cette question.\r{CLEAN}".encode("utf-16-le")


def test_words_on_two_lines_of_a_paragraph_are_repaired_where_they_are(tmp_path: Path) -> None:
    text = (
        "Les délégations souhaiteront peut-être examiner les mesures que que le Groupe de travail a\n"
        "proposées, et la manière dont elles sont appliquées dans les procédures relatives à cette\n"
        "question, ainsi que la la coopération entre les autorités des États, y compris les services\n"
        "de détection et de répression, et les organisations internationales et régionales qui sont\n"
        "compétentes en la matière.\n"
    )
    mended = mend(written(tmp_path, "a.txt", text))

    assert mended.content.decode() == text.replace("que que", "que").replace("la la", "la")


def test_what_is_new_after_a_repair_undoes_it_alone(tmp_path: Path) -> None:
    english = written(tmp_path, "a.en.txt", "Documents: CTOC/2030/2\nDocuments: CTOC/2030/3\n")
    french = written(tmp_path, "a.fr.txt", "Documents : CTOC/2030/2\nDocuments de de base : CTOC/2030/4\n")
    home = open_home(tmp_path / "t.db", create=True)
    recheck = partial(check, english, home=home, segmentation="lines")

    def suspicious(path: Path) -> Checked:
        """Returns a check that reports whatever has the third symbol."""
        checked = recheck(path)
        new = [
            Finding(pair.number, "other", Level.INFO, "", "other", source=pair.source or "", target=pair.target)
            for pair in checked.draft.pairs
            if "2030/3" in pair.target
        ]
        return replace(checked, findings=(*checked.findings, *new))

    with closing(home):
        mended = repair(french, suspicious(french), suspicious, segmentation="lines", target_language="fr")

    assert mended.content.decode() == "Documents : CTOC/2030/2\nDocuments de base : CTOC/2030/4\n"
    assert [(left.finding.check, left.reason) for left in mended.left] == [("references-symbol", UNPROVEN)]


def test_repairs_that_overlap_are_left_and_named(tmp_path: Path) -> None:
    text = "Le rapport “du Groupe de de travail” sera lu , puis « adopté »."
    mended = mend(written(tmp_path, "a.txt", text))

    assert mended.content.decode() == text.replace("lu ,", "lu,")
    assert {(left.finding.check, left.reason) for left in mended.left} == {
        ("typography-quotes", CLASHES),
        ("duplication-word", CLASHES),
    }


def test_a_suggestion_that_is_not_certain_is_left_and_named(tmp_path: Path) -> None:
    english = (
        "Provisional agenda\n1. Recovery of boats.\nAnnotations\n1. Recovery of boats\nThe 1 260 boats were found.\n"
    )
    french = (
        "Ordre du jour provisoire\n1. Recherche de bateaux.\nAnnotations\n1. Reprise de bateaux\nLes 1 620 sont là.\n"
    )
    source, path = written(tmp_path, "a.en.txt", english), written(tmp_path, "a.fr.txt", french)
    with open_home(tmp_path / "t.db", create=True) as home:
        recheck = partial(check, source, home=home)
        mended = repair(path, recheck(path), recheck, segmentation="auto", target_language="fr")
    suggested = {one.check for one in mended.after.findings if one.suggestion is not None}
    assert suggested == {"document-same-source"}
    assert {one.finding.check for one in mended.left} == suggested
    assert {one.reason for one in mended.left} == {EITHER}


def test_a_waived_finding_is_not_repaired(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", FLAWED[0])
    finding = next(one for one in check(None, path, home=None).findings if one.fixable)

    assert mend(path, waivers=(Waiver(key_of(finding), "a name"),)).content == path.read_bytes()


def test_a_format_that_cannot_be_changed_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, "a.html", f"<html><body><p>{FLAWED[0]}</p></body></html>")

    with pytest.raises(InputError, match=r"cannot be repaired.*\.docx, .*\.txt"):
        mend(path)


def test_many_repairs_of_one_segment_are_tried_together(tmp_path: Path) -> None:
    """Half of them is tried where all together go wrong, so that one that cannot be made costs a few checks."""
    path = written(tmp_path, "a.txt", " ".join(f"Le groupe {n}  examine les oeuvres." for n in range(100, 140)))
    tried = []
    with open_home(tmp_path / "t.db", create=True) as home:

        def suspicious(place: Path) -> Checked:
            """Returns a check that reports whatever has the repair of the eleventh group."""
            checked = check(None, place, home=home, segmentation="lines")
            target = checked.draft.pairs[0].target
            tried.append(target)
            new = Finding(1, "other", Level.INFO, say("other"), "other", target=target)
            return replace(checked, findings=(*checked.findings, new)) if "110 examine" in target else checked

        mended = repair(path, suspicious(path), suspicious, segmentation="lines", target_language="fr")

    assert len(mended.made) == 79
    assert [one.reason for one in mended.left] == [UNPROVEN]
    assert len(tried) < 25


def test_a_segment_too_long_to_prove_is_left_after_one_check_and_the_others_are_repaired(tmp_path: Path) -> None:
    long = FLAWED[0] + " Elle examinera cette question." * 400
    mended = mend(written(tmp_path, "a.txt", f"{FLAWED[0]}\n{long}\n"), "lines")

    assert mended.content.decode() == f"{CLEAN}\n{long}\n"
    assert {left.reason for left in mended.left} == {TOO_LONG}


def test_repairs_that_all_go_wrong_cost_so_many_checks_at_most(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "".join(f"Le groupe {n}  examine la question.\n" for n in range(100, 180)))
    tried = []
    with open_home(tmp_path / "t.db", create=True) as home:

        def refusing(place: Path) -> Checked:
            """Returns a check that cannot read what is repaired."""
            tried.append(place)
            if place != path:
                raise InputError(say("other"), say("other"), path=place)
            return check(None, place, home=home, segmentation="lines")

        mended = repair(path, refusing(path), refusing, segmentation="lines", target_language="fr")

    assert not mended.made
    assert {one.reason for one in mended.left} == {UNPROVEN}
    assert len(tried) <= 50

"""Sentences end where a reader of United Nations documents sees them end."""

from __future__ import annotations

import time
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tmtool.errors import InputError
from tmtool.text.segmentation import rules_shipped, split

SRX = Path(__file__).parents[3] / "shared" / "data" / "interop"

ENGLISH = [
    "The Group met. | It adopted its agenda. | Was it on time? | Yes! | It was.",
    "It will open at 10 a.m. on Monday. | It will close at 1 p.m. Tuesday.",
    "The meeting will begin at 10 a.m. | The Chair will preside.",
    "Registration begins at 8 a.m. | Participation by video is possible.",
    "It begins at 8 a.m. Geneva time and ends at 1 p.m.",
    "See No. 3, Nos. 4 and 5, art. 5, arts. 6 and 7, para. 2, paras. 3–5, p. 6, pp. 7–9. | That is all.",
    "Mr. Smith, Ms. Jones, Mrs. Brown, Dr. J. R. Green and H.E. Mr. Black spoke. | All agreed.",
    "See A/69/1 and Add. 1, Corr. 2 and Rev. 3, vol. II, chap. IV, fig. 7. | See also annex I. | It lists them.",
    "Some States, e.g. Peru, i.e. a few, cf. Chile, did so. | Others did not.",
    "Food, water, etc. were sent. | More is needed, e.g. blankets, tents, etc. | The need is great.",
    "1. Opening of the meeting.",
    "- 2. Adoption of the agenda.",
    "Item 1. Opening of the meeting. | Article 5 applies.",
    "He said: “We agree.” | Then he left.",
    "(See the report.) | (It is long.) | It was read…  | Nobody spoke.",
    "It grew by 2.4 per cent. | 15 States replied. | Growth was 1.7.",
    "The Committee (see A/74/10 and Corr.1) met; it then rose: no one stayed.",
    "In Prosecutor v. Smith, the firm A.B.C. (ABC) appeared. | It lost.",
    "It went to St. Petersburg. | “Good.” | The U.S. Senate met.",
    "It applied resolution 46/185 C. | The Office followed Protocol V. | It cited section II.C. | All agreed.",
    "Table 1. Cost of the meeting.",
    "Sub-item 1.1. In 2031 no flight was lost. | All was well.",
    "Box 2.1. What States said.",
    "The file has the No. FAA–2020. | It was closed.",
    "It adopted the draft agenda (C.D. (106) 1 rev.). | The note is C.D. (106) 2.",
]
FRENCH = [
    "Le Groupe s’est réuni. | Il a adopté son ordre du jour. | Était-ce tout ? | Oui ! | C’était tout.",
    "La réunion s’ouvrira à 10 h 30. | Elle se tiendra au no 12 de la rue.",
    "M. Diallo, MM. Petit et Roy, S. E. M. Blanc et Mme. Noir ont parlé. | Tous étaient d’accord.",
    "La réunion a été ouverte par Mr. Nowak et par Ms. Okoye. | Mrs. Adler a suivi.",
    "Il a dit : « Nous sommes d’accord. » | Puis il est parti.",
    "« Est-ce vrai ? » a-t-il demandé. | « Oui ! » | Il est parti.",
    "Voir art. 5, par. 2, p. 31, vol. II, chap. IV, fig. 3, t. 2. | Voir aussi l’annexe I. | Elle est longue.",
    "Certains États, p. ex. le Pérou, par ex. Cuba, c.-à-d. peu, l’ont fait. | D’autres non.",
    "De l’eau, des tentes, etc. ont été livrées. | Il faut des vivres, etc. | Les besoins sont grands.",
    "1. Ouverture de la réunion.",
    "- 2. Questions d’organisation : adoption ; travaux.",
    "Point 1. Ouverture de la réunion.",
    "Le 1er mai 2020, la Conférence a décidé. | 15 États ont répondu.",
    "Voir A/74/10 et Corr.1, Add. 2 et Rev. 3. | Rien d’autre…",
    "Elle cite la résolution 46/185 C. | Le Bureau suit le Protocole V. | Il renvoie à la section II.C. | Tous y sont.",
    "Tableau 1. Coût de la réunion.",
    "Sous-point 1.1. En 2031, rien n’a été perdu. | Le thème fut clos.",
    "Exemple 12.1. Fichier de la réunion.",
    "Rapport du Secrétaire général (C.D. (106) 3).",
    "Cela a coûté 2,4 milliards. | À Vienne, on s’en est félicité. | Élu Président, il a parlé.",
]


@pytest.mark.parametrize(
    ("language", "marked"), [*(("en", text) for text in ENGLISH), *(("fr-CH", text) for text in FRENCH)]
)
def test_sentences_end_where_marked(language: str, marked: str) -> None:
    text = marked.replace("| ", "")
    assert [span.of(text) for span in split(text, language)] == [part.strip() for part in marked.split("| ")]


def test_a_language_without_rules_of_its_own_has_the_general_ones() -> None:
    for text in ("Erster Satz. Zweiter Satz.", "Первое предложение. Второе предложение.", "第一句。第二句。"):
        assert len(split(text, "xx")) == 2


pieces = st.sampled_from([" ", "\n", "\u00a0", ".", "?", "…", "»", "(", "“", "A", "b", "1", "No", "a.m.", "。", "中"])


@given(st.one_of(st.text(max_size=30), st.lists(pieces, max_size=25).map("".join)), st.sampled_from(["en", "fr", "de"]))
def test_sentences_are_trimmed_and_cover_all_that_is_no_space_in_order(text: str, language: str) -> None:
    spans = split(text, language)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(st.lists(st.sampled_from(["The Group met.", "It rose at 10 a.m.", "Is it so?", "See No. 5."]), max_size=5))
def test_splitting_a_sentence_again_changes_nothing(sentences: list[str]) -> None:
    text = " ".join(sentences)
    for span in split(text, "en"):
        assert len(split(span.of(text), "en")) == 1


def rules(folder: Path, *inner: str, cascade: str = "no", maps: str = "") -> Path:
    path = folder / "rules.srx"
    path.write_text(
        '<srx xmlns="http://www.lisa.org/srx20" version="2.0">'
        f'<header segmentsubflows="yes" cascade="{cascade}"/><body><languagerules>'
        + "".join(
            f'<languagerule languagerulename="{number}">{rule}</languagerule>' for number, rule in enumerate(inner)
        )
        + "</languagerules><maprules>"
        + (maps or '<languagemap languagepattern=".*" languagerulename="0"/>')
        + "</maprules></body></srx>",
        encoding="utf-8",
    )
    return path


def rule(verdict: str, before: str, after: str) -> str:
    return f'<rule break="{verdict}"><beforebreak>{before}</beforebreak><afterbreak>{after}</afterbreak></rule>'


def texts(text: str, language: str, srx: Path) -> list[str]:
    return [span.of(text) for span in split(text, language, srx)]


def test_the_first_rule_that_matches_decides(tmp_path: Path) -> None:
    never_after_mr = rule("no", r"Mr\.", r"\s")
    always = rule("yes", r"\.", r"\s")
    assert texts("Mr. A. B", "en", rules(tmp_path, never_after_mr + always)) == ["Mr. A.", "B"]
    assert texts("Mr. A. C", "fr", rules(tmp_path, always + never_after_mr)) != ["Mr. A.", "C"]


def test_only_a_cascading_file_adds_the_rules_of_further_language_maps(tmp_path: Path) -> None:
    maps = "".join(
        f'<languagemap languagepattern="{pattern}" languagerulename="{number}"/>'
        for number, pattern in enumerate(("EN.*", ".*"))
    )
    inner = rule("yes", r"\.", r"\s"), rule("yes", ";", r"\s")
    folders = [tmp_path / name for name in ("no", "yes")]
    for folder in folders:
        folder.mkdir()
    assert texts("a. b; c", "en-GB", rules(folders[0], *inner, cascade="no", maps=maps)) == ["a.", "b; c"]
    assert texts("a. b; c", "en-GB", rules(folders[1], *inner, cascade="yes", maps=maps)) == ["a.", "b;", "c"]


def test_java_quotation_in_a_rule_is_understood(tmp_path: Path) -> None:
    assert texts("a.* b. c", "en", rules(tmp_path, rule("yes", r"\Q.*\E", r"\s"))) == ["a.*", "b. c"]


def test_a_rule_that_is_no_regular_expression_is_named_by_its_line(tmp_path: Path) -> None:
    path = rules(tmp_path, rule("no", r"Mr\.", r"\s") + "\n" + rule("yes", "(open", r"\s"))
    with pytest.raises(InputError) as caught:
        split("A. B", "en", path)
    assert (caught.value.path, caught.value.line) == (path, 2)


@pytest.mark.parametrize("content", ["<srx><body>", "<tmx version='1.4'/>", ""])
def test_a_file_that_holds_no_rules_is_an_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.srx"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError):
        split("A. B", "en", path)


def test_a_rule_that_would_take_for_ever_is_stopped(tmp_path: Path) -> None:
    path = rules(tmp_path, rule("yes", "c(a|aa)+b", r"\s"))
    with pytest.raises(InputError, match="too long"):
        split("x" + "a" * 60 + "b y", "en", path)


@pytest.mark.skipif(not SRX.is_dir(), reason="no sample files of other tools here")
def test_rule_files_of_other_tools_are_read() -> None:
    files = [path for path in sorted(SRX.rglob("*.srx")) if path.name != "invalid_regex.srx"]
    assert files
    for path in files:
        assert split("The Group met. It rose.", "en", path)


def test_the_rules_shipped_are_quick_enough_for_whole_documents() -> None:
    text = "The Group met at 10 a.m. on Monday, 8 September 2020, in Vienna (see annex). Mr. Smith presided. " * 10
    split(text, "en")
    started = time.process_time()
    for _ in range(20):
        split(text, "en")
    assert time.process_time() - started < 1.0


@pytest.mark.parametrize(
    ("language", "marked"), [*(("en", text) for text in ENGLISH), *(("fr", text) for text in FRENCH)]
)
def test_another_reader_of_srx_finds_the_same_sentences_by_the_rules_shipped(
    language: str, marked: str, tmp_path: Path
) -> None:
    choppa = pytest.importorskip("choppa")
    path = tmp_path / "together.srx"
    path.write_bytes(_together(rules_shipped(language)))
    document = choppa.SrxDocument(ruleset=path, validate_ruleset=choppa.SRX_2_XSD)
    text = marked.replace("| ", "")
    found = [str(sentence).strip() for sentence in choppa.SrxTextIterator(document, language, text)]
    assert found == [span.of(text) for span in split(text, language)]


def _together(paths: Iterable[Path]) -> bytes:
    """Returns the rules of several files in one, in their order."""
    first, *others = (etree.parse(path) for path in paths)
    for name in ("languagerules", "maprules"):
        (whole,) = first.iter("{*}" + name)
        for other in others:
            whole.extend(next(other.iter("{*}" + name)))
    return etree.tostring(first)

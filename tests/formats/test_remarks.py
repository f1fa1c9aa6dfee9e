"""What is doubtful in a file is said once for each rule, with the first place and the number of others."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tmtool.formats.remarks import remarked
from tmtool.model import Concept, Notice, Skipped, Term, Unit, Variant


def said_of(*units: Unit | Skipped | Concept) -> list[tuple[str, int | None]]:
    found: Iterable[object] = remarked(units, "en", "fr")
    return [(one.text, one.line) for one in found if isinstance(one, Notice)]


def pair(french: str, english: str = "The Group met.", **more: str) -> Unit:
    return Unit((Variant("en", english), Variant("fr", french)), line=3, source_language="en", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "written",
    ["Le Groupe s’est réuni.", "« Élection » du Bureau", "n° 5 – œuvre", "où à ÇÀ É", "COÛT", "À : É ; Ê !", "50 €"],
)
def test_text_in_its_own_encoding_is_not_doubted(written: str) -> None:
    assert said_of(pair(written)) == []
    assert said_of(pair(written.replace(" ", "\N{NO-BREAK SPACE}"))) == []


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
@pytest.mark.parametrize("written", ["réuni", "à la", "Élection", "œuvre", "l’État", "5 – 6", "« oui »", "ça"])
def test_utf_8_read_as_latin_1_is_told(written: str, encoding: str) -> None:
    ((text, line),) = said_of(pair(written.encode().decode(encoding, "replace")))
    assert ("another encoding" in text, line) == (True, 3)


def test_windows_1252_read_as_latin_1_is_told() -> None:
    ((text, _),) = said_of(pair("l’État".encode("cp1252").decode("latin-1")))
    assert "another encoding" in text
    assert text.isprintable()


def test_old_code_pages_read_as_windows_1252_are_told() -> None:
    ((text, _),) = said_of(pair("le Groupe réuni".encode("cp850").decode("cp1252")))
    assert "another encoding" in text


def test_a_mark_of_direction_is_told_only_in_text_from_left_to_right() -> None:
    ((text, _),) = said_of(pair("le\N{LEFT-TO-RIGHT MARK} Groupe"))
    assert "direction" in text
    assert not any("direction" in text for text, _ in said_of(pair("\N{RIGHT-TO-LEFT MARK}العربية")))


def test_a_date_that_is_none_is_told() -> None:
    ((text, _),) = said_of(Unit(pair("Le Groupe.").variants, properties={"@changedate": "20240231T000000Z"}))
    assert "20240231T000000Z" in text


def test_codes_that_the_translation_lacks_are_told() -> None:
    coded = Variant("en", "The Group", "The <bpt i='1'/>Group<ept i='1'/><ph/>", "tmx")
    ((text, _),) = said_of(Unit((coded, Variant("fr", "Le Groupe"))))
    assert "2 missing" in text
    same = Variant("fr", "Le Groupe", "Le <g id='1'>Groupe</g><x id='2'/>", "xliff")
    assert said_of(Unit((coded, same))) == []


def test_texts_in_one_language_are_told() -> None:
    texts = [text for text, _ in said_of(Unit((Variant("en", "a"), Variant("en", "b")), line=2))]
    assert len(texts) == 2
    assert "both in en" in texts[0]
    assert "no entry has texts in both en and fr" in texts[1]


def test_a_source_language_that_no_unit_has_is_told() -> None:
    ((text, _),) = said_of(Unit(pair("a").variants, source_language="de"))
    assert "de, in which no entry has a text" in text
    ((text, _),) = said_of(Unit(pair("a").variants, source_language="de"), pair("b"))
    assert "1 entry has no text in its source language, de" in text


def test_one_language_by_several_tags_is_told_but_not_two_regions() -> None:
    regional = Unit((Variant("en", "a"), Variant("fr-FR", "b")))
    ((text, _),) = said_of(pair("a"), regional)
    assert "fr (1), fr-FR (1)" in text
    assert said_of(regional, Unit((Variant("en", "a"), Variant("fr-CA", "b")))) == []


def test_many_places_are_said_once() -> None:
    ((text, line),) = said_of(*[pair("rÃ©uni")] * 12)
    assert ("(11 other places)" in text, line) == (True, 3)


def test_concepts_are_looked_at_too() -> None:
    concept = Concept("a", (Term("meeting", "en"), Term("rÃ©union", "fr")), date="2024-02-31")
    assert len(said_of(concept)) == 2


@pytest.mark.parametrize(
    ("markup", "is_told"),
    [
        ('<bpt i="1"/>a<ept i="1"/>', False),
        ('<sc id="1"/>a<ec startRef="1"/><sc id="2" isolated="yes"/>', False),
        ('<ept i="1"/>a<bpt i="1"/>', True),
        ('a<bx id="1"/>', True),
    ],
)
def test_half_of_a_pair_of_codes_that_is_alone_is_told(markup: str, is_told: bool) -> None:
    unit = Unit((Variant("en", "a", markup, "tmx"), Variant("fr", "b", markup, "tmx")), line=4)
    assert [line for text, line in said_of(unit) if "half of a pair" in text] == [4] * is_told

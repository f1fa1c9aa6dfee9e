"""Tests what holds of any text, whatever the terms."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tmtool.model import Concept, Occurrence, Term, TermStatus
from tmtool.terminology.recognise import Recogniser

CONCEPTS = tuple(
    Concept(terms[0], tuple(Term(text, "fr", status) for text, status in zip(terms, TermStatus, strict=False)))
    for terms in (
        ("droits de l'homme", "droits humains", "Droits de l'Homme"),
        ("trafic illicite de migrants", "trafic de migrants", "traite de migrants"),
        ("migrant", "personne migrante"),
        ("Nations Unies", "ONU", "Nations unies"),
        ("État partie", "État Partie", "Etat partie"),
        ("VIH/sida", "sida"),
        ("lanceur d’alerte",),
        ("en vertu de", "conformément à"),
        ("où",),
    )
)
WHOLE, SPLIT = Recogniser(CONCEPTS, "fr"), Recogniser(CONCEPTS, "fr", tolerant=True, gap=2)
recognisers = st.sampled_from((WHOLE, SPLIT))
pieces = st.sampled_from(
    (
        *(
            "droits",
            "Droits",
            "de",
            "l'homme",
            "l’Homme",
            "d’",
            "des",
            "trafics",
            "trafic",
            "illicite",
            "migrants",
            "migrant",
        ),
        *("NATIONS", "Nations", "unies", "Unies", "ONU", "États", "Etats", "parties", "VIH/sida", "lanceuse", "alerte"),
        *(
            "en vertu du",
            "conformément",
            "aux",
            "à",
            "où",
            "et",
            "non",
            "traite",
            "humains",
            "dangereux",
            "(",
            ")",
            "«",
            "»",
        ),
        *(" ", " ", " ", "\u00a0", "-", "\u2011", ",", ". ", "'", "’", "\n", "e\u0301", "ǅ", "ß", "İ", "1", "12,5"),
    )
)
texts = st.one_of(
    st.text(max_size=40), st.lists(pieces, max_size=30).map("".join), st.lists(pieces, max_size=20).map(" ".join)
)


def places(found: tuple[Occurrence, ...]) -> list[tuple[int, int, str, str]]:
    return [(one.span.start, one.span.end, one.concept.id, one.term.text) for one in found]


@given(texts, recognisers)
def test_spans_lie_in_the_text_and_hold_something(text: str, recogniser: Recogniser) -> None:
    for occurrence in recogniser.find(text):
        assert 0 <= occurrence.span.start < occurrence.span.end <= len(text)
        assert occurrence.span.of(text).strip() == occurrence.span.of(text)
        assert occurrence.term in occurrence.concept.terms


@given(texts, recognisers)
def test_occurrences_come_by_start_the_longest_first(text: str, recogniser: Recogniser) -> None:
    order = [(occurrence.span.start, -occurrence.span.end) for occurrence in recogniser.find(text)]
    assert order == sorted(order)


@given(texts, recognisers)
def test_no_occurrence_covers_another_of_its_concept(text: str, recogniser: Recogniser) -> None:
    occurrences = recogniser.find(text)
    for one in occurrences:
        for other in occurrences:
            if one is not other and one.concept is other.concept:
                assert not (one.span.start <= other.span.start and other.span.end <= one.span.end)


@given(texts, recognisers)
def test_the_kind_of_apostrophe_space_and_hyphen_changes_nothing(text: str, recogniser: Recogniser) -> None:
    typeset = text.translate(str.maketrans("' -", "’\u00a0\u2011"))
    typed = text.translate(str.maketrans("’\u00a0\u2011", "' -"))
    assert places(recogniser.find(typeset)) == places(recogniser.find(typed))


@given(texts)
def test_what_is_found_whole_is_found_with_a_gap_too(text: str) -> None:
    with_gap = Recogniser(CONCEPTS, "fr", gap=2).find(text)
    for one in WHOLE.find(text):
        assert any(one.concept is other.concept and one.span.overlaps(other.span) for other in with_gap)


@given(texts, st.sampled_from(CONCEPTS))
def test_a_term_alone_is_found_as_itself_and_other_concepts_do_not_matter(text: str, concept: Concept) -> None:
    alone = places(Recogniser([concept], "fr").find(text))
    assert alone == [place for place in places(WHOLE.find(text)) if place[2] == concept.id]


@given(texts, st.sampled_from([Recogniser([one], "fr", tolerant=True) for one in CONCEPTS]))
def test_the_first_is_the_first_of_all(text: str, recogniser: Recogniser) -> None:
    assert recogniser.first(text) == next(iter(recogniser.find(text)), None)


@given(st.lists(texts, max_size=5), st.booleans())
def test_what_was_asked_before_does_not_matter(asked: list[str], tolerant: bool) -> None:
    one_after_another = Recogniser(CONCEPTS, "fr", tolerant=tolerant)
    for text in asked:
        assert one_after_another.find(text) == Recogniser(CONCEPTS, "fr", tolerant=tolerant).find(text)

"""An index of spans answers what comparing each with each would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.processor import at_most
from tmtool.model import Concept, Occurrence, Span, Term
from tmtool.model.span_index import Covered, SpanIndex, Spanned
from tmtool.tasks.term_finding import outermost

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 12), st.integers(1, 6))


@given(st.lists(spans), spans)
def test_an_index_answers_as_each_span_would(some: list[Span], asked: Span) -> None:
    index = SpanIndex(some)
    around = [one for one in some if one.start <= asked.start and asked.end <= one.end]

    assert index.overlaps(asked) == any(one.overlaps(asked) for one in some)
    assert index.holds(asked) == bool(around)
    assert index.holds_more_than(asked) == any(one != asked for one in around)


@given(st.lists(spans), spans)
def test_what_touches_a_place_is_found_as_by_comparing_each(some: list[Span], asked: Span) -> None:
    things = list(enumerate(some))

    found = Spanned(things, lambda thing: thing[1]).touching(asked)

    assert sorted(found) == [thing for thing in things if thing[1].overlaps(asked)]


@given(st.lists(spans), spans)
def test_nothing_is_beyond_a_place_that_holds_all_that_touches_it(some: list[Span], asked: Span) -> None:
    things = Spanned(some, lambda span: span)

    assert things.none_beyond(asked) == all(asked.holds(one) for one in some if one.overlaps(asked))


@given(st.lists(spans), spans)
def test_letters_that_are_covered_one_by_one_answer_as_each_span_would(some: list[Span], asked: Span) -> None:
    covered = Covered(20)
    for span in some:
        covered.cover(span)

    assert covered.overlaps(asked) == any(one.overlaps(asked) for one in some)


@given(st.lists(st.tuples(spans, st.lists(spans, max_size=2))))
def test_the_outermost_terms_are_those_that_no_piece_of_another_holds(some: list[tuple[Span, list[Span]]]) -> None:
    term = Term("term", "en")
    hits = [
        Occurrence(
            Span(min(span.start, *(one.start for one in parts)), max(span.end, *(one.end for one in parts)))
            if parts
            else span,
            Concept(str(number), (term,)),
            term,
            tuple(parts),
        )
        for number, (span, parts) in enumerate(some)
    ]
    expected = [
        hit
        for hit in hits
        if not any(
            hit.span != other.span and piece.start <= hit.span.start and hit.span.end <= piece.end
            for other in hits
            for piece in other.parts or (other.span,)
        )
    ]

    assert outermost(hits) == expected


def test_the_outermost_of_many_terms_are_found_without_comparing_each_with_each() -> None:
    term = Term("term", "en")
    concept = Concept("1", (term,))

    with at_most(1):
        outermost(Occurrence(Span(at, at + 4), concept, term) for at in range(20_000))

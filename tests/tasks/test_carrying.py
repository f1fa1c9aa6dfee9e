"""Codes and looks go around the words that translate their words; where that is not sure, to the end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmtool.formats.filling import Code
from tmtool.model import Span
from tmtool.tasks.carrying import Carried, carried


def carry(source: str, target: str) -> str:
    """Returns the target with the one code of the source, which both show as ``[…]``; ``?`` where it is unsure."""
    start, end = source.index("["), source.index("]") - 1
    found = carried(
        source.replace("[", "").replace("]", ""),
        target,
        [Code(Span(start, end))],
        source_language="en",
        target_language="fr",
    )
    place = found.places[0]
    return "?" if found.unsure else f"{target[: place.start]}[{place.of(target)}]{target[place.end :]}"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("[Opening of the session]", "[Ouverture de la session]"),
        ("The [Conference] adopted resolution 7/1.", "La [Conférence] a adopté la résolution 7/1."),
        ("The Conference adopted resolution [7/1].", "La Conférence a adopté la résolution [7/1]."),
        ("[The Conference] adopted it.", "[La Conférence] l’a adopté."),
        ("Adoption of the report[]", "Adoption du rapport[]"),
        ("[]Adoption of the report", "[]Adoption du rapport"),
        ("The Conference[], in its resolution 7/1", "La Conférence[], dans sa résolution 7/1"),
        ("Adoption of the report[].", "Adoption du rapport[]."),
    ],
)
def test_a_code_goes_with_its_words(source: str, target: str) -> None:
    assert carry(source, target.replace("[", "").replace("]", "")) == target


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It [was] so decided.", "Il en est ainsi décidé."),
        ("The [bright idea] of it", "Cette trouvaille"),
        ("One [12] and 12", "Un 12 et 12"),
    ],
)
def test_a_code_whose_words_have_no_sure_counterpart_is_unsure(source: str, target: str) -> None:
    assert carry(source, target) == "?"


WORDS = st.sampled_from(
    ["the Conference", "la Conférence", "12", "adopted", "adopté", "7/1", ",", "of", "rapport", "«"]
)
TEXT = st.lists(WORDS, max_size=8).map(" ".join)


@given(TEXT, TEXT, st.data())
def test_places_lie_in_the_translation_inside_their_outer_code_and_apart(
    source: str, target: str, data: st.DataObject
) -> None:
    codes: list[Code] = []
    for index in range(data.draw(st.integers(0, 4))):
        inside = data.draw(st.integers(-1, index - 1))
        outer = codes[inside].span if inside >= 0 else Span(0, len(source))
        start = data.draw(st.integers(outer.start, outer.end))
        codes.append(Code(Span(start, data.draw(st.integers(start, outer.end))), inside))
    found = carried(source, target, codes, source_language="en", target_language="fr")

    assert isinstance(found, Carried)
    for index, (code, place) in enumerate(zip(codes, found.places, strict=True)):
        outer = found.places[code.inside] if code.inside >= 0 else Span(0, len(target))
        assert outer.start <= place.start <= place.end <= outer.end
        siblings = [found.places[other] for other in range(index) if codes[other].inside == code.inside]
        assert not any(place.overlaps(other) for other in siblings)

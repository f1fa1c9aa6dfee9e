"""Tests words aligned one to one, and how surely a stretch was left out or added."""

from __future__ import annotations

from tmtool.checks.evidence.completeness.left_out import added, omitted
from tmtool.checks.evidence.words.sides import in_place_of, sides
from tmtool.checks.evidence.words.word_alignment import align
from tmtool.languages.pairs.en_fr import PAIR
from tmtool.languages.stems import content

assert PAIR.links is not None
LINKS = PAIR.links

ENGLISH = (
    "The Committee discussed the rights of children, the protection of witnesses and the prevention of corruption."
)
FRENCH = "Le Comité a examiné les droits des enfants, la protection des témoins et la prévention de la corruption."


def test_a_word_serves_once() -> None:
    words, others = content("children and children", "en"), content("les enfants", "fr")

    there, back = align(words, others, "en", LINKS)

    assert there.count(0) >= 1
    assert back[0] in (0, 1)


def test_a_word_left_over_may_share_what_its_neighbour_has() -> None:
    words, others = content("the agenda", "en"), content("l’ordre du jour", "fr")

    there, back = align(words, others, "en", LINKS)

    assert there == [0] or there == [1]
    assert back == [0, 0]


def test_where_something_was_left_out_the_odds_speak_for_it() -> None:
    shorter = "Le Comité a examiné les droits des enfants et la prévention de la corruption."
    shortest = "Le Comité a examiné la prévention de la corruption."

    odds = []
    for target in (FRENCH, shorter, shortest):
        found = omitted(ENGLISH, target, PAIR)
        odds.append(found.odds if found else -100.0)

    assert odds[0] < 0 < min(odds[1:])


def test_what_was_left_out_is_shown_where_it_is_in_the_source() -> None:
    found = omitted(ENGLISH, "Le Comité a examiné les droits des enfants et la corruption.", PAIR)

    assert found is not None
    assert "witnesses" in found.span.of(ENGLISH)


def test_what_was_added_is_shown_where_it_is_in_the_target() -> None:
    target = FRENCH[:-1] + ", conformément à la pratique établie par les volcans."

    found = added(ENGLISH, target, PAIR)

    assert found is not None
    assert "volcans" in found.span.of(target)


def test_an_empty_text_lacks_nothing() -> None:
    assert omitted("", "", PAIR) is None


def test_a_word_is_in_the_place_that_its_neighbours_tell() -> None:
    of_source, of_target = sides("children discussed corruption", "les enfants ont lu la corruption", PAIR, LINKS)

    assert in_place_of(of_source, 1, 1, len(of_target.words))
    assert not in_place_of(of_source, 0, 40, 60)


def test_a_sure_link_is_made_before_a_nearer_one() -> None:
    words, others = content("measures and action", "en"), content("action ou mesures", "fr")

    there, back = align(words, others, "en", LINKS)

    assert there == [1, 0]
    assert back == [1, 0]


def test_an_alignment_is_the_same_from_either_side() -> None:
    words, others = content(ENGLISH, "en"), content(FRENCH, "fr")

    there, back = align(words, others, "en", LINKS)

    assert align(others, words, "fr", LINKS) == (back, there)


def test_an_element_of_a_list_is_missed_where_its_neighbours_are_next_to_each_other() -> None:
    shorter = "Le Comité a examiné les droits des enfants et la prévention de la corruption."

    found = omitted(ENGLISH, shorter, PAIR)

    assert found is not None
    assert found.odds > 0
    assert found.span.of(ENGLISH) == "protection of witnesses"
    assert found.place is not None
    assert found.place.of(shorter) == "enfants et la prévention"


def test_half_of_a_pair_is_missed_at_the_other_half() -> None:
    source = "The Committee heard statements on regional and international cooperation."
    shorter = "Le Comité a entendu des déclarations sur la coopération aux niveaux régional."

    found = omitted(source, shorter, PAIR)

    assert found is not None
    assert found.place is not None
    assert found.place.of(shorter) == "régional"


def test_half_of_a_pair_is_missed_at_all_of_the_other_half() -> None:
    source = "What role can international financial institutions and regional organizations play?"
    shorter = "Quel rôle les institutions financières internationales peuvent-elles jouer ?"

    found = omitted(source, shorter, PAIR)

    assert found is not None
    assert found.place is not None
    assert found.place.of(shorter) == "institutions financières internationales"


def test_what_goes_with_the_neighbours_may_be_between_them() -> None:
    source = "The report covers disclosure orders, interim measures against third parties and avoidance actions."
    shorter = (
        "Le rapport porte sur les ordonnances de communication, les mesures provisoires et les actions en annulation."
    )

    found = omitted(source, shorter, PAIR)

    assert found is not None
    assert found.span.of(source) == "third parties"
    assert found.place is not None
    assert found.place.of(shorter) == "provisoires et les actions"


def test_in_the_other_direction_the_other_side_is_left_out() -> None:
    turned = PAIR.turned()
    shorter = "The Committee discussed the rights of children and the prevention of corruption."

    found = omitted(FRENCH, shorter, turned)

    assert found is not None
    assert found.span.of(FRENCH) == "protection des témoins"

"""A term waits for a text that has all of its words, whatever texts came before."""

from __future__ import annotations

from itertools import islice, permutations

from tmtool.languages import language_of
from tmtool.model import Concept, Term
from tmtool.terminology.recognise import Recogniser
from tmtool.terminology.waiting import Waiting
from tmtool.text.term_words import counted, needed_words

CONCEPTS = tuple(
    Concept(text, (Term(text, "en", part_of_speech=part_of_speech),))
    for text, part_of_speech in (
        ("rights of the child", ""),
        ("child", ""),
        ("trafficking in children", "noun"),
        ("draft a resolution", "verb"),
        ("NGO forum", ""),
        ("who", ""),
    )
)
TEXTS = (
    "Rights are rights.",
    "The children play.",
    "Trafficking, in general",
    "The Child's rights",
    "The right of a child, and trafficking in a child",
    "Drafts, drafts",
    "They drafted several resolutions.",
    "NGOs and forums of NGOs and WHO",
    "An NGO forum, who?",
)


def met(waiting: Waiting, *pieces: str) -> list[int]:
    """Returns the concepts that texts with the words of these pieces are the first to have."""
    return sorted({one.order for one in waiting.met([block for piece in pieces for block in (piece.split(), [])])})


def test_a_term_waits_until_a_text_has_all_of_its_words() -> None:
    waiting = Waiting(CONCEPTS, language_of("en"))
    assert met(waiting, "rights") == []
    assert met(waiting, "children") == [1]
    assert met(waiting, "trafficking right") == []
    assert met(waiting, "child rights") == [0]
    assert met(waiting, "child trafficking") == [2]
    assert met(waiting, "who") == [5]


def test_a_term_that_comes_to_wait_for_a_word_again_and_again_is_kept_once() -> None:
    waiting = Waiting(CONCEPTS, language_of("en"))
    for _ in range(3):
        assert met(waiting, "rights") == met(waiting, "childhood right") == []
    assert met(waiting, "rights children") == [0, 1]
    assert met(waiting, "rights children") == []


def test_a_term_waits_where_its_words_are_never_together() -> None:
    waiting = Waiting(CONCEPTS, language_of("en"))
    assert met(waiting, "rights", "trafficking", "childhood") == []
    assert met(waiting, "the rights", "a child") == [1]
    assert met(waiting, "the rights", "of a child and rights") == [0]


def test_a_term_goes_on_in_the_next_block_and_no_farther() -> None:
    waiting = Waiting(CONCEPTS, language_of("en"))
    waiting.met([["child"]])
    assert waiting.met([["rights"], ["of", "the"], ["child"]]) == []
    assert {one.order for one in waiting.met([["the", "rights"], ["of", "the", "child"]])} == {0}


def test_a_term_with_a_mark_inside_goes_across_it() -> None:
    concept = Concept("st-helena", (Term("St. Helena", "en", part_of_speech="proper"),))
    assert Recogniser([concept], "en").find("They live on St. Helena. It is an island.")


def test_terms_are_found_whatever_texts_came_before() -> None:
    alone = {text: Recogniser(CONCEPTS, "en").find(text) for text in TEXTS}
    assert {one.concept.id for found in alone.values() for one in found} == {one.id for one in CONCEPTS}
    for texts in islice(permutations(TEXTS), 0, None, 10_007):
        recogniser = Recogniser(CONCEPTS, "en")
        for text in texts:
            assert recogniser.find(text) == alone[text]


def test_terms_are_found_in_the_same_way_where_it_is_known_which_words_they_need() -> None:
    counts = counted((term for concept in CONCEPTS for term in concept.terms), "en")
    needed: dict[str, set[str]] = {}
    for concept in CONCEPTS:
        for word in needed_words(concept.terms, "en", counts, {}):
            needed.setdefault(word, set()).add(concept.id)
    for texts in islice(permutations(TEXTS), 0, None, 10_007):
        recogniser, knowing = Recogniser(CONCEPTS, "en"), Recogniser(CONCEPTS, "en", needed=needed)
        for text in texts:
            assert knowing.find(text) == recogniser.find(text)


def test_nothing_is_asked_of_a_concept_until_a_text_has_a_word_that_it_needs() -> None:
    needed = {"child": ["child", "rights of the child"], "rights": []}
    waiting = Waiting(CONCEPTS, language_of("en"), needed)
    assert met(waiting, "ngo forum") == []
    assert met(waiting, "child life") == [1]
    assert met(waiting, "rights child") == [0]


def test_a_document_is_looked_at_as_its_texts_are_one_after_another() -> None:
    recogniser = Recogniser(CONCEPTS, "en")
    assert Recogniser(CONCEPTS, "en").find_in_document(TEXTS) == tuple(map(recogniser.find, TEXTS))

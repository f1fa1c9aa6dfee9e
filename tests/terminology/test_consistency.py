"""Tests what is reported of a term base that has something wrong in it, and of a memory that uses other terms."""

from __future__ import annotations

import pytest

from tmtool.model import Concept, Term, TermStatus
from tmtool.tasks.packaged import packaged_concepts
from tmtool.terminology.consistency import Problem, problems
from tmtool.terminology.usage import contradicted, usages

PREFERRED, ADMITTED = TermStatus.PREFERRED, TermStatus.ADMITTED
DEPRECATED, SUPERSEDED = TermStatus.DEPRECATED, TermStatus.SUPERSEDED


def concept(identity: str, en: str, *french: Term, domain: str = "", contrasts: tuple[str, ...] = ()) -> Concept:
    return Concept(identity, (Term(en, "en"), *french), domain=domain, contrasts=contrasts)


def fr(text: str, status: TermStatus = PREFERRED, replaced_by: str = "") -> Term:
    return Term(text, "fr", status, replaced_by=replaced_by)


def told(*concepts: Concept) -> list[tuple[str, tuple[str, ...]]]:
    return [(problem.kind, problem.concepts) for problem in problems(concepts, "en", "fr")]


def test_a_sound_term_base_has_no_problem() -> None:
    assert told(concept("a", "shelter", fr("foyer")), concept("b", "prison", fr("prison"))) == []


def test_concepts_with_the_same_terms_are_doublons_whatever_case_accents_and_hyphens() -> None:
    one, other = concept("a", "Co-operation", fr("Coopération")), concept("b", "co operation", fr("coopération"))
    assert told(one, other) == [("duplicate", ("a", "b"))]


def test_one_preferred_term_for_two_concepts_is_a_homograph() -> None:
    found = list(
        problems([concept("a", "bribery", fr("corruption")), concept("b", "corruption", fr("corruption"))], "en", "fr")
    )
    assert [(problem.kind, problem.concepts) for problem in found] == [("homograph", ("a", "b"))]
    assert "(fr)" in found[0].message


def test_an_abbreviation_is_no_homograph_of_a_word() -> None:
    assert told(concept("a", "WHO", fr("OMS")), concept("b", "who", fr("qui"))) == []


def test_replacements_in_a_circle_are_told_once() -> None:
    one = concept("a", "x", fr("un"), fr("deux", SUPERSEDED, "trois"), fr("trois", SUPERSEDED, "deux"))
    assert told(one) == [("cycle", ("a",))]


def test_a_replacement_that_is_no_term_is_told() -> None:
    assert told(concept("a", "x", fr("un"), fr("deux", SUPERSEDED, "quatre"))) == [("replacement", ("a",))]


@pytest.mark.parametrize(
    "terms", [(), (fr("un", ADMITTED),), (fr("un"), fr("deux")), (fr("un", DEPRECATED),)], ids=lambda terms: len(terms)
)
def test_a_concept_has_one_preferred_term_a_language(terms: tuple[Term, ...]) -> None:
    assert told(concept("a", "x", *terms)) == [("no-preferred", ("a",))]


def test_a_retired_concept_needs_no_preferred_term() -> None:
    retired = Concept("a", (Term("x", "en", SUPERSEDED), fr("un", SUPERSEDED)))
    assert told(retired) == []


def test_a_contrast_names_a_concept_and_is_mutual() -> None:
    one, other = concept("a", "x", fr("un"), contrasts=("b", "z")), concept("b", "y", fr("deux"))
    assert told(one, other) == [("contrast", ("a", "b")), ("contrast", ("a",))]


def test_a_term_is_not_accepted_and_rejected() -> None:
    assert told(concept("a", "x", fr("un"), fr("un", DEPRECATED))) == [("two-statuses", ("a",))]


def test_the_packaged_term_base_has_homographs_at_most() -> None:
    assert {problem.kind for problem in problems(packaged_concepts(), "en", "fr")} <= {"homograph"}


SMUGGLING = concept(
    "smuggling", "smuggling of migrants", fr("trafic illicite de migrants"), fr("trafic de migrants", ADMITTED),
    fr("traite de migrants", DEPRECATED),
)  # fmt: skip


def contradictions(*french: str) -> list[Problem]:
    pairs = [("Smuggling of migrants exists.", text) for text in french]
    return list(contradicted(usages([SMUGGLING], pairs, "en", "fr"), "fr"))


def test_usage_counts_each_term_and_pairs_without_any() -> None:
    pairs = [
        ("Smuggling of migrants.", "Trafic illicite de migrants."),
        ("Migrant smuggling.", "Le trafic de migrants."),
        ("Migrant smuggling.", "Le phénomène."),
        ("Nothing here.", "Le trafic de migrants."),
    ]
    [usage] = usages([SMUGGLING], pairs, "en", "fr")
    assert (dict(usage.terms), usage.otherwise, usage.pairs) == (
        {"trafic illicite de migrants": 1, "trafic de migrants": 1}, 1, 3,
    )  # fmt: skip


def test_a_memory_that_uses_a_rejected_term_contradicts_with_counts() -> None:
    [problem] = contradictions(*["la traite de migrants"] * 4, "le trafic de migrants")
    assert problem.message == (
        "a rejected term is the usual one in 5 pairs: “traite de migrants” 4, “trafic de migrants” 1"
    )


def test_a_memory_that_uses_other_words_contradicts() -> None:
    assert "none 5" in contradictions(*["le passage des clandestins"] * 5)[0].message


def test_a_memory_that_prefers_an_admitted_term_contradicts() -> None:
    assert "admitted" in contradictions(*["le trafic de migrants"] * 5)[0].message


def test_a_few_pairs_prove_nothing() -> None:
    assert contradictions(*["la traite de migrants"] * 4) == []


def test_the_plural_of_the_preferred_term_contradicts_nothing() -> None:
    people = concept("people", "indigenous people", fr("peuple autochtone"), fr("peuples autochtones", ADMITTED))
    pairs = [("Indigenous peoples", "Les peuples autochtones")] * 9
    assert list(contradicted(usages([people], pairs, "en", "fr"), "fr")) == []


def test_two_tables_with_one_id_are_told_and_their_usage_is_counted_apart() -> None:
    one = Concept("shelter", (Term("shelter", "en"), Term("foyer", "fr")))
    two = Concept("shelter", (Term("shelter", "en"), Term("abri", "fr")))

    found = list(problems([one, two], "en", "fr"))

    assert [(problem.kind, problem.concepts) for problem in found] == [
        ("duplicate", ("shelter",)),
    ]
    assert [usage.terms for usage in usages([one, two], [("the shelter", "le foyer")], "en", "fr")] == [
        {"foyer": 1},
        {},
    ]

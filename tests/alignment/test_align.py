"""Tests the alignment of two documents, as a translator sees it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmtool.alignment.align import align
from tmtool.model import Bead

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
AGENDA = DATA / "examples" / "agenda"

ENGLISH = [
    "Provisional agenda",
    "1. Opening of the meeting.",
    "2. Adoption of the agenda and organization of work.",
    "3. Trafficking in firearms:",
    "(a) Best practices in preventing and combating illicit trafficking;",
    "(b) Cooperation between States and international organizations.",
    "4. Other matters.",
    "5. Adoption of the report.",
    "Annotations",
    "1. Opening of the meeting",
    "The seventh meeting of the Working Group will be opened on Monday, 16 July 2026, at 10 a.m.",
    "Representatives of the Secretariat will make introductory statements.",
    "2. Adoption of the agenda and organization of work",
    "In its resolution 5/4, the Conference requested the Secretariat to provide services in all six languages.",
    "None of the 12 documents listed in document CTOC/COP/WG.6/2026/1 will be discussed in private.",
]
FRENCH = [
    "Ordre du jour provisoire",
    "1. Ouverture de la réunion.",
    "2. Adoption de l’ordre du jour et organisation des travaux.",
    "3. Trafic d’armes à feu\u00a0:",
    "a) Meilleures pratiques pour prévenir et combattre le trafic illicite\u00a0;",
    "b) Coopération entre les États et les organisations internationales.",
    "4. Questions diverses.",
    "5. Adoption du rapport.",
    "Annotations",
    "1. Ouverture de la réunion",
    "La septième réunion du Groupe de travail sera ouverte le lundi 16 juillet 2026 à 10 heures.",
    "Des représentants du Secrétariat feront des déclarations liminaires.",
    "2. Adoption de l’ordre du jour et organisation des travaux",
    "Dans sa résolution 5/4, la Conférence a prié le Secrétariat d’assurer des services dans les six langues.",
    "Aucun des 12 documents énumérés dans le document CTOC/COP/WG.6/2026/1 ne sera examiné en privé.",
]
RECIPE = [
    "Peel the potatoes and cut them into thin slices.",
    "Butter a dish and rub it with garlic.",
    "Pour the cream over the slices, then season with nutmeg.",
    "Bake for an hour until golden.",
    "Serve hot with a green salad.",
    "Leftovers keep well until the next evening.",
]


def groups(beads: tuple[Bead, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


def lines(path: Path) -> list[str]:
    if not path.exists():
        pytest.skip("the shared data are not here")
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def test_an_agenda_is_aligned_item_by_item_although_headings_repeat() -> None:
    assert groups(align(ENGLISH, FRENCH)) == [((place,), (place,)) for place in range(len(ENGLISH))]


def test_the_reverse_direction_gives_the_same_beads() -> None:
    beads = align(FRENCH[:-3] + FRENCH[-2:], ENGLISH, source_language="fr", target_language="en")
    other = align(ENGLISH, FRENCH[:-3] + FRENCH[-2:])
    assert {(bead.target, bead.source) for bead in beads} == {(bead.source, bead.target) for bead in other}


def test_four_segments_are_enough() -> None:
    beads = align(
        ["Opening of the meeting", "Other matters", "The report has 12 pages.", "New."],
        ["Ouverture de la réunion", "Questions diverses", "Le rapport compte 12 pages."],
    )
    assert groups(beads) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), ())]


@pytest.mark.parametrize("missing", range(1, len(ENGLISH) - 1))
def test_a_missing_segment_is_the_only_one_without_translation(missing: int) -> None:
    beads = align(ENGLISH, FRENCH[:missing] + FRENCH[missing + 1 :])
    assert [bead.source for bead in beads if not bead.target] == [(missing,)]
    assert all(bead.source for bead in beads)


def test_an_added_segment_is_where_its_target_is() -> None:
    beads = align(ENGLISH[:6] + ENGLISH[7:], FRENCH)
    assert groups(beads)[5:8] == [((5,), (5,)), ((), (6,)), ((6,), (7,))]


def test_sentences_put_together_in_the_translation_make_one_bead() -> None:
    beads = align(ENGLISH, [*FRENCH[:10], f"{FRENCH[10]} {FRENCH[11]}", *FRENCH[12:]])
    assert ((10, 11), (10,)) in groups(beads)


def test_swapped_segments_find_each_other() -> None:
    swapped = [*FRENCH[:10], FRENCH[11], FRENCH[10], *FRENCH[12:]]
    beads = align(ENGLISH, swapped)
    assert ((10,), (11,)) in groups(beads)
    assert ((11,), (10,)) in groups(beads)
    assert max(bead.confidence for bead in beads if bead.source in ((10,), (11,))) <= 0.95


def test_pairs_in_a_row_that_would_go_crosswise_as_well_are_not_sure_in_other_languages() -> None:
    source = [*ENGLISH[:8], "She was tired of it.", "He was glad of it.", *ENGLISH[8:]]
    target = [*FRENCH[:8], "Le voisin riait fort.", "La dame dormait bien.", *FRENCH[8:]]
    # Tags that no test installs a language with: what is known of a language is looked for once in a process.
    for languages, least, most in ((("en", "fr"), 0.9, 1), (("qxa", "qxb"), 0, 0.9)):
        beads = align(source, target, source_language=languages[0], target_language=languages[1])
        assert all(least < bead.confidence < most for bead in beads if bead.source in ((8,), (9,)))


def test_the_same_line_twice_is_as_sure_as_once() -> None:
    beads = align([*ENGLISH[:8], ENGLISH[7], *ENGLISH[8:]], [*FRENCH[:8], FRENCH[7], *FRENCH[8:]])
    assert min(bead.confidence for bead in beads) > 0.9


def test_blank_lines_pair_with_blank_lines_only() -> None:
    beads = align(["Opening", "", "Other matters", "", ""], ["Ouverture", "", "", "Questions diverses", ""])
    assert ((0,), (0,)) in groups(beads)
    assert ((2,), (3,)) in groups(beads)
    blank = {1, 3, 4}, {1, 2, 4}
    assert all(set(s) <= blank[0] and set(t) <= blank[1] for s, t in groups(beads) if s != (0,) and s != (2,))


def test_nothing_on_one_side_leaves_every_segment_alone() -> None:
    assert align([], []) == ()
    assert groups(align(ENGLISH[:2], [])) == [((0,), ()), ((1,), ())]
    assert groups(align([], FRENCH[:2])) == [((), (0,)), ((), (1,))]


def test_a_document_against_itself_is_one_to_one_and_sure() -> None:
    for text, language in ((ENGLISH, "en"), (FRENCH, "fr"), (RECIPE, "en")):
        beads = align(text, text, source_language=language, target_language=language)
        assert groups(beads) == [((place,), (place,)) for place in range(len(text))]
        assert min(bead.confidence for bead in beads) >= 0.99


STANDARDS = [
    "Each fuel sample must be taken at a time and in a place that make it representative:",
    "Standard 4057, entitled Standard Practice for Manual Sampling of Petroleum and Petroleum Products;",
    "Standard 4177, entitled Standard Practice for Automatic Sampling of Petroleum and Petroleum Products;",
    "Standard 5842, entitled Standard Practice for Sampling and Handling of Fuels.",
    "The registrar shall give notice of the time and place.",
]
PENALTIES = [
    "The schedule sets the penalties.",
    "more than 6% but not more than 7%",
    "more than 7% but not more than 8%",
    "more than 8% but not more than 9%",
    "more than 9% but not more than 10%",
    "The registrar keeps the schedule.",
]


@pytest.mark.parametrize("text", [STANDARDS, PENALTIES])
def test_a_line_deleted_among_lines_much_like_it_is_the_only_one_left_alone(text: list[str]) -> None:
    for gone in range(len(text)):
        beads = align(text, text[:gone] + text[gone + 1 :], target_language="en")
        assert [bead.source for bead in beads if not bead.target] == [(gone,)]


def test_documents_that_are_no_translations_give_no_sure_bead() -> None:
    assert not [bead for bead in align(RECIPE, FRENCH) if bead.source and bead.target and bead.confidence >= 0.9]


def test_labels_taken_off_before_count_as_much_as_labels_in_the_text() -> None:
    english, french = ["None.", "None.", "None."], ["Néant.", "Néant."]
    beads = align(english, french, source_labels=["1.", "2.", "3."], target_labels=["1.", "3."])
    assert groups(beads) == [((0,), (0,)), ((1,), ()), ((2,), (1,))]


def test_a_word_table_of_ones_own_makes_fresh_words_known() -> None:
    english, french = ["Kale.", "Leek."], ["Poireau."]
    assert ((1,), (0,)) in groups(align(english, french, lexicon={"leek": {"poireau": 0.9}}))
    assert ((0,), (0,)) in groups(align(english, french, lexicon={"kale": {"poireau": 0.9}}))


def test_the_language_line_of_a_document_head_belongs_to_the_line_below() -> None:
    beads = align(
        ["Distr.: General", "12 April 2027", "Original: English", *ENGLISH],
        ["Distr. générale", "12 avril 2027", "Français", "Original\u00a0: anglais", *FRENCH],
    )
    assert groups(beads)[:3] == [((0,), (0,)), ((1,), (1,)), ((2,), (2, 3))]
    assert all(bead.confidence > 0.9 for bead in beads[1:3])


@pytest.mark.parametrize("place", [0, 10, 20])
def test_a_short_text_is_found_in_a_long_one_wherever_it_is(place: int) -> None:
    short = [f"Article {number} concerns the {number * 37 % 1009} articles of class {number}." for number in range(20)]
    rest = [f"Regulation {number} sets out {number * 41 % 977} rules." for number in range(5000, 5300)]
    long = short[:place] + rest + short[place:]
    for beads in (
        align(short, long, source_language="en", target_language="en"),
        align(long, short, source_language="en", target_language="en"),
    ):
        paired = [bead for bead in beads if bead.source and bead.target]
        assert len(paired) == 20
        assert all(_places(bead, place, len(rest)) for bead in paired)
        assert sum(bead.confidence >= 0.9 for bead in paired) >= 18


def _places(bead: Bead, place: int, rest: int) -> bool:
    """Tells whether a line of the short text is with itself in the long one, which has `rest` lines more from `place`
    on."""
    one, other = sorted((bead.source[0], bead.target[0]))
    return other == (one if one < place else one + rest)


def test_a_sentence_made_into_four_is_one_bead() -> None:
    parts = [
        "Le Groupe de travail examinera le rapport de la Commission.",
        "La Conférence adoptera la résolution sur les armes à feu.",
        "Le Secrétariat publiera une étude de la coopération internationale.",
        "Le Bureau présentera le projet de programme.",
    ]
    whole = (
        "The Working Group will consider the report of the Commission; the Conference will adopt the resolution on "
        "firearms; the Secretariat will publish a study of international cooperation; the Bureau will present the "
        "draft programme."
    )
    beads = align([*ENGLISH, whole], [*FRENCH, *parts])
    last = len(ENGLISH)
    assert ((last,), (last, last + 1, last + 2, last + 3)) in groups(beads)


def test_a_heading_put_before_its_sentence_is_told_from_a_heading_left_out() -> None:
    english = [*ENGLISH[:9], f"{ENGLISH[9]} {ENGLISH[10]}", *ENGLISH[11:]]
    assert ((9,), (9, 10)) in groups(align(english, FRENCH))
    without = [*ENGLISH[:9], *ENGLISH[10:]]
    beads = groups(align(without, FRENCH))
    assert ((), (9,)) in beads
    assert ((9,), (10,)) in beads


BODY = "The Board may engage any person who has special knowledge to advise it on the work of the Treasury."
CORPS = (
    "Le Conseil peut retenir toute personne qui a des connaissances spéciales pour le conseiller sur le travail du "
    "Trésor."
)


def test_a_name_with_a_capital_is_no_sign_of_a_heading_put_before_its_sentence() -> None:
    beads = groups(align([*ENGLISH, "Advice of persons", BODY, *ENGLISH[:4]], [*FRENCH, CORPS, *FRENCH[:4]]))
    assert ((15,), ()) in beads
    assert ((16,), (15,)) in beads


def test_a_heading_of_other_words_is_found_before_its_sentence_by_the_capital_between() -> None:
    french = [*FRENCH, f"Attributions {CORPS}", *FRENCH[:4]]
    assert ((15, 16), (15,)) in groups(align([*ENGLISH, "Advice of experts", BODY, *ENGLISH[:4]], french))


texts = st.lists(st.sampled_from([*ENGLISH, *FRENCH, "", " ", "…", "(a)", "1.", "é", "\u00a0;"]), max_size=8)


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_every_segment_is_in_one_bead_in_order_and_every_run_agrees(source: list[str], target: list[str]) -> None:
    beads = align(source, target)
    assert [place for bead in beads for place in bead.source] == list(range(len(source)))
    assert sorted(place for bead in beads for place in bead.target) == list(range(len(target)))
    assert all(0 <= bead.confidence <= 1 for bead in beads)
    assert align(source, target) == beads


def test_the_part_that_both_have_is_found_where_one_lacks_its_beginning_and_the_other_its_end() -> None:
    english, french = lines(AGENDA / "en.txt"), lines(AGENDA / "fr.txt")
    gold = dict(line.split("\t") for line in lines(AGENDA / "gold.tsv"))
    beads = align(english[:40], french[int(gold["18"]) :])
    sure = {bead.source[0]: bead.target[0] for bead in beads if bead.source and bead.target and bead.confidence >= 0.9}
    assert len(sure) >= 18
    assert all(int(gold[str(one)].split(",")[0]) == other + int(gold["18"]) for one, other in sure.items())


def test_the_example_agenda_is_aligned_as_by_hand() -> None:
    english, french = lines(AGENDA / "en.txt"), lines(AGENDA / "fr.txt")
    sides = [line.split("\t") for line in lines(AGENDA / "gold.tsv")]
    gold = [tuple(tuple(int(n) for n in side.split(",") if n) for side in row) for row in sides]
    beads = align(english, french)
    assert groups(beads) == gold
    assert sum(bead.confidence >= 0.9 for bead in beads) >= 0.93 * len(beads)


def test_five_lines_deleted_from_the_example_agenda_are_the_five_without_translation() -> None:
    english, french = lines(AGENDA / "en.txt"), lines(AGENDA / "fr.txt")
    gold = dict(line.split("\t") for line in lines(AGENDA / "gold.tsv"))
    gone = {source: int(gold[str(source)]) for source in (9, 15, 20, 26, 33)}
    beads = align(english, [text for place, text in enumerate(french) if place not in gone.values()])
    assert [bead.source for bead in beads if not bead.target] == [(source,) for source in gone]
    assert all(bead.source for bead in beads)


def test_a_law_with_segments_dropped_and_joined_is_aligned_nearly_all_right() -> None:
    folder = DATA / "align_gold" / "laws_docs" / "noise05" / "act_A-13.7"
    beads = align(lines(folder / "en.txt"), lines(folder / "fr.txt"))
    rows = [line.split("\t") for line in lines(folder / "gold.tsv")]
    gold = {tuple(tuple(int(n) for n in side.split(",") if n) for side in row) for row in rows}
    two = {(bead.source, bead.target) for bead in beads if bead.source and bead.target}
    wanted = {bead for bead in gold if all(bead)}
    assert 2 * len(two & wanted) / (len(two) + len(wanted)) >= 0.95


def test_a_confidence_has_no_more_digits_than_are_printed() -> None:
    assert all(bead.confidence == round(bead.confidence, 4) for bead in align(ENGLISH, FRENCH))

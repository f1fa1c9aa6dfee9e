"""How loud a finding is depends on what the rest of the document says."""

from __future__ import annotations

from dataclasses import replace

from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.registry import run_checks
from tmtool.model import Concept, Level, Term, TermStatus


def levels(check: str, *pairs: tuple[str, str], source: str = "en", target: str = "fr") -> list[Level]:
    draft = prepare(
        [Pair(number, there, here) for number, (here, there) in enumerate(pairs, 1)],
        source_language=source,
        target_language=target,
    )
    return [finding.level for finding in run_checks(draft) if finding.check == check]


def test_an_unknown_word_that_the_document_has_again_and_again_is_a_word_of_its_field() -> None:
    once = ("The murre is a bird.", "La marmette est un oiseau.")
    assert levels("spelling-word", once) == [Level.WARNING]
    assert levels("spelling-word", once, once, once) == [Level.INFO] * 3


def test_a_word_of_the_source_that_the_document_leaves_again_and_again_is_adopted() -> None:
    once = ("The stakeholders met at the office.", "Les stakeholders se sont réunis au bureau.")
    assert levels("language-foreign-word", once, once) == [Level.WARNING] * 2
    assert levels("language-foreign-word", once, once, once) == [Level.HINT] * 3


def test_an_hour_rounded_to_five_minutes_is_only_noted() -> None:
    assert levels("dates-time", ("It rose at 10.18 a.m.", "Elle est levée à 10 h 20.")) == [Level.INFO]
    assert levels("dates-time", ("It rose at 10.18 a.m.", "Elle est levée à 10 h 25.")) == [Level.ERROR]
    assert levels("dates-time", ("It rose at 10.15 a.m.", "Elle est levée à 10 h 20.")) == [Level.ERROR]


def test_a_number_that_only_the_translation_has_is_noted_and_one_that_it_lacks_a_warning() -> None:
    assert levels("numbers-value", ("Among them were 8 women.", "Parmi ces 11 cas, il y a 8 femmes.")) == [Level.INFO]
    assert levels("numbers-value", ("Of the 51 States, 8 voted.", "Huit États ont voté.")) == [Level.WARNING]


def test_one_foreign_word_may_be_a_loanword_and_several_are_left_untranslated() -> None:
    assert levels("language-foreign-word", ("It reviewed the report.", "Il a and le rapport.")) == [Level.WARNING]
    term = ("The Task Force met in Vienna.", "La task force s’est réunie à Vienne.")
    assert Level.ERROR not in levels("language-foreign-word", term)
    several = ("It reviewed the report of the Chair.", "Le Groupe a reviewed the rapport du Président.")
    assert levels("language-foreign-word", several) == [Level.ERROR]


def test_what_is_written_as_a_name_may_stay_in_its_language() -> None:
    name = "State Institution of the Republic of Crimea Museum"
    assert levels("language-source-copied", (name, name)) == [Level.INFO]
    sentence = "The members of the Tribunal are deemed to be employed."
    assert levels("language-source-copied", (sentence, sentence)) == [Level.ERROR]


def test_a_unit_is_an_error_only_where_both_texts_count_it() -> None:
    assert levels("units-exchange", ("within 30 days", "dans un délai de 30 mois")) == [Level.ERROR]
    year = ("an exact week-numbering year match", "Pour les champs 8601 date/heure, une correspondance exacte")
    assert levels("units-exchange", year) == [Level.INFO]


def test_a_reference_that_one_text_leaves_out_is_only_noted() -> None:
    pair = ("the reasons provided under section 254", "les motifs invoqués")
    assert levels("references-number", pair) == [Level.INFO]


def test_a_number_for_one_that_the_translation_has_too_is_only_noted() -> None:
    pair = ("Rub for 30 seconds, then rinse for 30 seconds.", "Frotter les deux mains puis rincer pendant 30 secondes.")
    assert levels("numbers-value", pair) == [Level.INFO]


def test_a_limit_turned_round_is_only_noted_where_the_number_comes_again_and_a_hint_where_a_denial_turns_it_back() -> (
    None
):
    assert levels("meaning-bound", ("more than 51 per cent", "moins de 51 %")) == [Level.WARNING]
    again = ("1 mg or less, or 1 mg and 5 mg or less", "au moins 1 mg, ou 1 mg et 5 mg ou moins")
    assert levels("meaning-bound", again) == [Level.INFO]
    denied = ("by deflecting no more than 125 mm", "sans fléchir de plus de 125 mm")
    assert levels("meaning-bound", denied) == [Level.HINT]


def test_other_words_for_a_term_that_a_document_has_each_time_are_its_own() -> None:
    pair = ("It considered the needs of middle-income countries.", "Il a examiné les besoins des pays à revenu élevé.")
    concept = Concept(
        "middle-income", (Term("middle-income countries", "en"), Term("pays à revenu intermédiaire", "fr"))
    )
    found = []
    for times in (1, 3):
        draft = prepare(
            [Pair(number, pair[1], pair[0]) for number in range(1, times + 1)],
            source_language="en",
            target_language="fr",
            concepts=[concept],
        )
        findings = run_checks(replace(draft, is_document=True), names=["term-missing"])
        found.append([finding.level for finding in findings])

    assert found == [[Level.WARNING], [Level.HINT] * 3]


def test_a_rejected_term_that_the_source_says_word_for_word_without_naming_its_concept_is_only_a_hint() -> None:
    smuggled = Concept(
        "smuggled",
        (
            Term("smuggled migrant", "en"),
            Term("migrant objet d’un trafic illicite", "fr"),
            Term("victime de trafic", "fr", TermStatus.DEPRECATED),
        ),
        contrasts=("trafficked",),
    )
    trafficked = Concept("trafficked", (Term("trafficked person", "en"), Term("victime de la traite", "fr")))

    def level(source: str) -> list[Level]:
        pair = Pair(1, "L’aide aux victimes de trafic a augmenté.", source)
        draft = prepare([pair], source_language="en", target_language="fr", concepts=[smuggled, trafficked])
        return [finding.level for finding in run_checks(draft, names=["term-deprecated"])]

    assert level("Aid to victims of trafficking has increased.") == [Level.HINT]
    assert level("Aid to these persons has increased.") == [Level.INFO]


def test_a_rejected_term_is_an_error_only_with_the_word_of_what_it_must_not_be_confused_with() -> None:
    requested = Concept(
        "requested",
        (
            Term("requested State", "en"),
            Term("État requis", "fr"),
            Term("État requérante", "fr", TermStatus.DEPRECATED),
            Term("État appelé", "fr", TermStatus.DEPRECATED),
        ),
        contrasts=("requesting",),
    )
    requesting = Concept(
        "requesting", (Term("requesting State", "en"), Term("État requérant", "fr")), contrasts=("requested",)
    )
    draft = prepare(
        [
            Pair(1, "L’État requérante répond.", "The requested State replies."),
            Pair(2, "L’État appelé", "requested State"),
        ],
        source_language="en",
        target_language="fr",
        concepts=[requested, requesting],
    )

    found = run_checks(draft, names=["term-deprecated"])

    assert [finding.level for finding in found] == [Level.ERROR, Level.WARNING]


def test_another_final_mark_is_only_hinted_at_where_the_words_of_two_languages_are_not_known() -> None:
    french = ("Taking note of the report,", "Prenant note du rapport ;")
    chinese = ("Taking note of the report,", "注意到报告；")
    assert levels("typography-final-mark", french) == [Level.INFO]
    assert levels("typography-final-mark", chinese, target="zh") == [Level.HINT]
    assert levels("typography-final-mark", french[::-1], source="fr", target="en") == [Level.HINT]
    asked = ("Whether the carrier may refuse to do so where asked;", "Le transporteur peut-il refuser en ce cas ?")
    assert set(levels("typography-final-mark", asked)) <= {Level.HINT}


def test_a_number_on_one_side_only_is_a_warning_in_figures_and_a_hint_in_words() -> None:
    assert levels("numbers-value", ("It has 16 members.", "Il se réunira.")) == [Level.WARNING]
    assert levels("numbers-value", ("It has sixteen members.", "Il se réunira.")) == [Level.HINT]


def test_a_figure_that_may_be_a_day_is_a_hint_where_it_is_on_one_side_only() -> None:
    assert set(levels("dates-value", ("Day 1 – Tuesday, 16 March 2027", "Premier jour – mardi 16 mars 2027"))) <= {
        Level.HINT
    }
    assert levels("dates-value", ("It met in Vienna on 8 March 2020.", "Il s’est réuni à Vienne.")) == [Level.WARNING]


def test_the_day_next_to_a_limit_is_the_same_limit_only_where_one_of_the_two_leaves_it_out() -> None:
    asked = "Replies should reach the Secretariat by 15 September 2028."
    assert levels("dates-value", (asked, "Les réponses devraient parvenir avant le 16 septembre 2028.")) == []
    assert levels("dates-value", (asked, "Les réponses devraient parvenir d’ici au 16 septembre 2028.")) == [
        Level.ERROR
    ]
    late = "Replies received after 5 January 2029 are not read."
    assert levels("dates-value", (late, "Les réponses reçues à partir du 6 janvier 2029 ne sont pas lues.")) == []
    assert levels("dates-value", (late, "Les réponses reçues après le 6 janvier 2029 ne sont pas lues.")) == [
        Level.ERROR
    ]


def test_a_session_for_a_meeting_is_a_warning_only_where_the_document_has_meetings_elsewhere() -> None:
    meeting = Concept(
        "meeting",
        (Term("meeting", "en"), Term("réunion", "fr")),
        contrasts=("session",),
        domain="meetings",
    )
    session = Concept(
        "session", (Term("session", "en"), Term("session", "fr")), contrasts=("meeting",), domain="meetings"
    )
    wrong = ("Its tenth meeting will be held in Vienna.", "Sa dixième session se tiendra à Vienne.")
    right = ("Its ninth meeting was held in Geneva.", "Sa neuvième réunion s’est tenue à Genève.")

    def found(*pairs: tuple[str, str]) -> list[Level]:
        draft = prepare(
            [Pair(number, there, here) for number, (here, there) in enumerate(pairs, 1)],
            source_language="en",
            target_language="fr",
            concepts=[meeting, session],
        )
        return [one.level for one in run_checks(replace(draft, is_document=True), names=["term-contrast"])]

    assert found(wrong) == [Level.HINT]
    assert found(wrong, right, right) == [Level.WARNING]
    assert not found(*[wrong] * 3, *[right] * 4)  # this house calls them so


def test_an_ordinal_that_stands_for_its_noun_is_a_hint() -> None:
    numbered = ("The fourth session was held.", "La troisième session s’est tenue.")
    alone = ("It proposes that the fourth be rejected.", "Il propose que la troisième soit rejetée.")
    assert levels("numbers-ordinal", numbered) == [Level.ERROR]
    assert levels("numbers-ordinal", alone) == [Level.HINT]


def test_an_amount_that_a_document_writes_so_each_time_is_that_of_its_house() -> None:
    pair = ("It has US $14,500,000.", "Il a 14 500 000 $US.")

    def found(times: int) -> list[Level]:
        pairs = [Pair(number, pair[1], pair[0]) for number in range(1, times + 1)]
        draft = replace(prepare(pairs, source_language="en", target_language="fr"), is_document=True)
        return [one.level for one in run_checks(draft, names=["typography-form"])]

    assert found(1) == [Level.WARNING]
    assert found(3) == [Level.HINT] * 3


def test_titles_of_women_are_words() -> None:
    assert levels("spelling-word", ("She chairs the bar.", "Elle est bâtonnière, autrice et technicienne.")) == []


def test_no_break_spaces_may_be_of_two_widths() -> None:
    lines = [("Is it so; is it?", "Est-ce vrai\u202f; est-ce vrai\u202f?")] * 4
    percent = ("It is 12 per cent.", "Elle est de 12\u00a0%.")
    pairs = [Pair(number, here, there) for number, (there, here) in enumerate([*lines, percent], 1)]
    draft = replace(prepare(pairs, source_language="en", target_language="fr"), is_document=True)
    assert run_checks(draft, names=["typography-spacing"]) == []


def test_a_row_that_says_something_else_of_its_item_needs_no_capital() -> None:
    text = (
        "Ordre du jour provisoire\n1. Contributions pour 2028.\n2. Questions diverses.\nAnnotations\n"
        "1. Contributions pour 2028\nLe Comité en sera saisi.\n2. Questions diverses\nAucune.\n"
        "Lundi 8 novembre\t10 heures\tPoint 1 : annonces des chefs de délégation\n"
    )
    pairs = [Pair(number, line) for number, line in enumerate(text.splitlines(), 1)]
    draft = prepare(pairs, source_language="en", target_language="fr")
    assert run_checks(draft, names=["document-title"]) == []


def test_other_words_for_what_meetings_have_are_those_of_the_body_in_a_document() -> None:
    concept = Concept(
        "assessed",
        (Term("middle-income countries", "en"), Term("pays à revenu intermédiaire", "fr")),
        domain="meetings",
    )
    pair = Pair(
        1, "Il a examiné les besoins des pays à revenu élevé.", "It considered the needs of middle-income countries."
    )
    draft = prepare([pair], source_language="en", target_language="fr", concepts=[concept])

    def found(*, is_document: bool) -> list[Level]:
        findings = run_checks(replace(draft, is_document=is_document), names=["term-missing"])
        return [finding.level for finding in findings]

    assert found(is_document=False) == [Level.WARNING]
    assert found(is_document=True) == [Level.HINT]


_NOT_SAID = (
    "The Commission may not adopt the report of the Committee on the accounts of the year.",
    "La Commission peut adopter le rapport du Comité sur les comptes de l’année.",
)


def _others(source: str, target: str) -> list[tuple[str, str]]:
    return [(source.format(n), target.format(n)) for n in range(40)]


def test_a_lost_denial_is_a_warning_in_a_close_translation_and_a_hint_in_a_law() -> None:
    report = _others("The Committee took note of report {}.", "Le Comité a pris note du rapport {}.")
    law = _others("Subsection {}(1) applies to the report.", "Le paragraphe {}(1) s’applique au rapport.")
    assert levels("meaning-negation", _NOT_SAID, *report) == [Level.WARNING]
    assert levels("meaning-negation", _NOT_SAID, *law) == [Level.HINT]


def test_a_lost_denial_is_a_hint_in_a_text_that_is_translated_freely() -> None:
    free = _others(
        "The bank shed many of its older workers in year {} of the slump.",
        "Pendant la crise, année {}, cet établissement de crédit s’est séparé des salariés proches de la retraite.",
    )
    assert levels("meaning-negation", _NOT_SAID, *free) == [Level.HINT]


def test_other_words_for_a_term_of_two_words_are_an_info_in_a_law() -> None:
    concept = Concept("quality-of-life", (Term("quality of life", "en"), Term("qualité de vie", "fr")))
    pair = Pair(1, "Il a amélioré les conditions de vie des enfants.", "It improved the quality of life of children.")
    law = [Pair(n, f"visé à l’article {n} de la Loi", f"as set out in section {n} of the Act") for n in range(2, 60)]
    for rows, level in (([], Level.WARNING), (law, Level.INFO)):
        draft = prepare([pair, *rows], source_language="en", target_language="fr", concepts=[concept])
        assert [one.level for one in run_checks(draft, names=["term-missing"]) if one.segment == 1] == [level]


def test_a_translation_like_none_of_its_segment_is_an_info_in_a_text_that_is_translated_freely() -> None:
    other = (
        "The representative of Morocco thanked the delegations for their support.",
        "Les dépenses de personnel ont augmenté par rapport à l’exercice précédent.",
    )
    close = _others("The Committee took note of report {}.", "Le Comité a pris note du rapport {}.")
    law = _others("Subsection {}(1) applies to the report.", "Le paragraphe {}(1) s’applique au rapport.")
    assert levels("language-other-segment", other, *close) == [Level.WARNING]
    assert levels("language-other-segment", other, *law) == [Level.INFO]


def test_another_final_mark_is_an_info_and_in_a_law_a_hint() -> None:
    pair = (
        "It shall transmit the report to the members of the Board without delay;",
        "Il transmet sans retard le rapport aux membres du Conseil.",
    )
    close = _others("The Committee took note of report {}.", "Le Comité a pris note du rapport {}.")
    law = _others("Subsection {}(1) applies to the report.", "Le paragraphe {}(1) s’applique au rapport.")
    assert levels("typography-final-mark", pair, *close) == [Level.INFO]
    assert levels("typography-final-mark", pair, *law) == [Level.HINT]


def test_a_calque_that_dictionaries_of_usage_admit_is_an_info() -> None:
    assert levels("style-calque", ("It will prioritize the report.", "Il priorisera le rapport.")) == []
    assert levels("style-calque", ("It met to prioritize it.", "Il s’est réuni pour le prioriser.")) == [Level.INFO]
    assert levels("style-calque", ("In line with practice", "En ligne avec l’usage")) == [Level.WARNING]


def test_a_treaty_has_its_own_capitals_and_is_translated_by_meaning() -> None:
    articles = [
        (
            f"The members of this Agreement shall meet in room {number}.",
            f"Les membres du présent Accord siègent salle {number}.",
        )
        for number in range(101, 141)
    ]
    written = ("The Court sent it to the United Nations.", "La Cour l’a remis aux Nations unies.")
    assert levels("term-form", written) == [Level.WARNING]
    assert levels("term-form", *articles, written) == [Level.HINT]
    modal = ("The carrier shall pay the passengers.", "Le transporteur peut payer les passagers.")
    assert levels("meaning-modality", *articles, modal)[-1:] == [Level.HINT]
    cost = ("a fine of $5,000", "une amende de 5 000 $")
    assert levels("typography-form", cost) == [Level.WARNING]
    assert levels("typography-form", *articles, cost) == [Level.HINT]


def test_a_text_of_abbreviations_is_only_noted_as_that_of_another_segment() -> None:
    source = "The final word on such an outlay in a case of very high exposure is left to the {}."
    target = "En pareil cas, la décision revient au Secrétaire général adjoint à la sûreté et à la sécurité."
    assert levels("language-other-segment", (source.format("USG DSS"), target)) == [Level.INFO]
    assert levels("language-other-segment", (source.format("bank manager"), target)) == [Level.WARNING]


def test_hyphens_that_several_segments_have_lost_are_damage_of_the_file() -> None:
    once = ("The Committee may wish to adopt it.", "Le Comité souhaitera peutêtre l’adopter.")
    years = ("for the period 2014-2020", "pour la période 20142020")
    assert levels("spelling-word", once) == [Level.WARNING]
    assert levels("numbers-value", years) == [Level.WARNING]
    above = ("as set out above", "comme indiqué cidessus")
    assert levels("spelling-word", once, above, years) == [Level.INFO] * 2
    assert levels("numbers-value", once, above, years) == [Level.INFO]
    slip = ("The report was adopted.", "Le raport a été adopté.")
    assert levels("spelling-word", once, above, years, slip) == [Level.INFO, Level.INFO, Level.WARNING]


def test_units_of_no_document_may_have_been_cut_before_their_last_mark_or_their_note() -> None:
    mark = ("The terms of 17 members will expire in May.", "Le mandat de 17 membres viendra à expiration en mai")
    assert levels("typography-final-mark", mark) == [Level.INFO]
    assert levels("markup-note-mark", ("Provisional agenda*", "Ordre du jour provisoire")) == [Level.INFO]


def test_another_small_word_in_a_name_is_only_noted_outside_an_agenda() -> None:
    mission = Concept(
        "mission",
        (
            Term("United Nations Assistance Mission for Iraq", "en", part_of_speech="proper"),
            Term("Mission d’assistance des Nations Unies pour l’Iraq", "fr", part_of_speech="proper"),
        ),
    )

    def level_of(name: str) -> list[Level]:
        source = "The United Nations Assistance Mission for Iraq reported."
        pair = Pair(1, f"La {name} a fait rapport.", source)
        draft = prepare([pair], source_language="en", target_language="fr", concepts=(mission,))
        return [one.level for one in run_checks(draft) if one.check == "names-official"]

    assert level_of("Mission d’assistance des Nations Unies pour l’Iraq") == []
    assert level_of("Mission d’assistance des Nations Unies en Iraq") == [Level.INFO]
    assert level_of("Mission d’aide des Nations Unies pour l’Iraq") == [Level.WARNING]


def test_a_body_of_another_kind_is_a_warning_where_neither_word_could_have_a_counterpart() -> None:
    source = "The World Conference on Women was held in Nairobi in 1985."
    assert levels("names-body", (source, "La Commission mondiale sur les femmes s’est tenue à Nairobi en 1985.")) == [
        Level.WARNING
    ]
    assert levels("names-kind", (source, "La Commission mondiale sur les femmes s’est tenue à Nairobi en 1985.")) == []


def test_a_name_with_another_direction_is_one_finding() -> None:
    def heard(source: str, target: str, here: str = "en", there: str = "fr") -> list[tuple[str, Level]]:
        draft = prepare([Pair(1, target, source)], source_language=here, target_language=there)
        return [(one.check, one.level) for one in run_checks(draft)]

    english = "The settlements in the West Bank, including East Jerusalem, are illegal."
    french = "Les colonies de peuplement en Cisjordanie, y compris à Jérusalem-{}, sont illégales."
    assert heard(english, french.format("Est")) == []
    assert heard(english, french.format("Ouest")) == [("names-direction", Level.WARNING)]
    assert heard(french.format("Ouest"), english, "fr", "en") == [("names-direction", Level.WARNING)]
    english = "The economies of Western Europe have recovered."
    assert heard(english, "Les économies de l’Europe orientale se sont redressées.") == [("names-country", Level.ERROR)]
    assert heard("Northwest of the Western North Atlantic", "Nord-ouest de l’Atlantique Nord-Ouest") == []


def test_an_adjective_whose_other_half_is_left_out_is_one_finding() -> None:
    source = "The Committee heard statements on regional and international cooperation."
    target = "Le Comité a entendu des déclarations sur la coopération aux niveaux régional{}."
    whole = (source, target.format(" et international"))
    assert levels("grammar-adjective", whole) == levels("completeness-omission", whole) == []
    assert levels("completeness-omission", (source, target.format(""))) == [Level.WARNING]
    assert levels("grammar-adjective", (source, target.format(""))) == []
    assert levels("grammar-adjective", ("at the regional levels", "aux niveaux régional")) == [Level.WARNING]


def test_a_slip_that_two_checks_see_is_one_finding() -> None:
    accent = ("In the United States a ceiling is discussed.", "Aux Etats-Unis, un plafond est débattu.")
    assert levels("typography-accent", accent) == [Level.WARNING]
    states = Concept(
        "united-states",
        (
            Term("United States", "en"),
            Term("États-Unis", "fr"),
            Term("Etats-Unis", "fr", TermStatus.DEPRECATED),
        ),
    )
    draft = prepare([Pair(1, accent[1], accent[0])], source_language="en", target_language="fr", concepts=(states,))
    assert [one.check for one in run_checks(draft)] == ["term-deprecated"]
    source, target = "Other companies have hired great names.", "D’autres entreprises ont recrutés de grands noms."
    assert levels("grammar-participle", (source, target)) == [Level.WARNING]
    assert levels("grammar-infinitive", (source, target)) == []


def test_a_number_for_another_is_an_error_but_in_a_law() -> None:
    pair = ("The Committee elected 21 members.", "Le Comité a élu 22 membres.")
    rule = ("Paragraph 3(2) of the Act applies in respect of it.", "Le paragraphe 3(2) de la Loi s’y applique.")
    assert levels("numbers-value", *[pair] * 3) == [Level.ERROR] * 3
    assert levels("numbers-value", pair, *[rule] * 40) == [Level.WARNING]


def test_an_act_or_an_hour_that_is_another_is_told_once() -> None:
    for source, target, check in (
        ("Chad has signed the Protocol.", "Le Tchad a ratifié le Protocole.", "meaning-opposite"),
        (
            "The documents are due before noon on 14 April.",
            "Les documents sont attendus avant minuit le 14 avril.",
            "dates-time",
        ),
    ):
        draft = prepare([Pair(1, target, source)], source_language="en", target_language="fr")
        assert [one.check for one in run_checks(draft)] == [check]


def test_a_document_that_names_a_body_by_another_kind_throughout_is_told_so_once() -> None:
    rows = [
        ("Report by the president of the Association", "Rapport de la présidente du Conseil"),
        ("Working structure of the Association", "Structure de travail du Conseil"),
        ("The Association will elect its president.", "Le Conseil élira son président."),
        ("2. Working structure of the Association", "2. Structure de travail du Conseil"),
    ]
    pairs = [Pair(number, there, here) for number, (here, there) in enumerate(rows, 1)]
    draft = replace(prepare(pairs, source_language="en", target_language="fr"), is_document=True)
    alone = replace(draft, pairs=draft.pairs[1:3])

    assert [one.level for one in run_checks(draft, names=["names-kind"])] == [Level.INFO]
    assert [one.level for one in run_checks(alone, names=["names-kind"])] == [Level.WARNING] * 2


def test_a_space_too_many_is_not_told_as_one_that_is_missing() -> None:
    def told(text: str) -> list[str]:
        draft = prepare([Pair(1, text)], source_language="en", target_language="fr")
        return [finding.message for finding in run_checks(draft, names=["typography-form"])]

    assert not any("missing" in message for message in told("C’est l’ ordre du jour de l’ instant."))
    assert any("missing" in message for message in told("La séance est levée.Elle reprendra à 15 heures."))


def test_numbers_that_count_things_are_likely_exchanged_and_so_are_shares() -> None:
    counted = ("In all, 93 applications from 34 countries came.", "En tout, 34 candidatures de 93 pays sont arrivées.")
    shares = (
        "The survey puts the decrease at 29 per cent in Asia and at 18 per cent in Africa.",
        "L’enquête situe la diminution à 18 % en Asie et à 29 % en Afrique.",
    )
    assert levels("numbers-order", counted) == [Level.WARNING]
    assert levels("numbers-order", shares) == [Level.WARNING]


def in_document(check: str, *pairs: tuple[str, str]) -> list[Level]:
    numbered = [Pair(number, there, here) for number, (here, there) in enumerate(pairs, 1)]
    draft = replace(prepare(numbered, source_language="en", target_language="fr"), is_document=True)
    return [one.level for one in run_checks(draft) if one.check == check]


def test_a_document_that_names_one_woman_may_have_the_plural_in_the_feminine() -> None:
    said = "Members are requested to inform the secretary.", "Les membres sont priées d’en informer la secrétaire."
    there, here = "No member may take part.", "Aucun{} membre ne peut y prendre part."
    assert in_document("grammar-adjective", said, (there, here.format(""))) == [Level.WARNING]
    assert in_document("grammar-adjective", said, (there, here.format("e"))) == []
    assert in_document("grammar-form", said, (there, here.format("e"))) == []


def test_a_meeting_has_a_capital_where_it_alone_has_one_in_the_source() -> None:
    small = "The Group took note at its tenth meeting.", "Le Groupe en a pris note à sa dixième réunion."
    other = "At its eleventh meeting it met in Rome.", "À sa onzième réunion, il s’est réuni à Rome."
    there, here = "At their {} the Parties approved it.", "À leur neuvième Réunion, les Parties l’ont approuvé."
    assert in_document("document-manner", small, other, (there.format("Ninth Meeting"), here)) == []
    assert in_document("document-manner", small, other, (there.format("ninth meeting"), here)) == [Level.WARNING]

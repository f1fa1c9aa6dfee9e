"""An agenda is translated closely, so that what is left out of it is told from less; a row of no document is not."""

from __future__ import annotations

from contextlib import AbstractContextManager
from unittest.mock import patch

import pytest

from tests.checks.test_whole_agendas import ENGLISH, FRENCH
from tmtool.checks.engine import registry
from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.profiles import Choice
from tmtool.documents.reading import parse_text
from tmtool.model import Document, Level
from tmtool.tasks.check import check, check_pairs

LAST = "\n4. Other matters\n", "\n4. Questions diverses\n"
BRACKETS = (
    "The Executive Secretary (by video message) and the Chair will open the meeting.",
    "La Secrétaire exécutive et le Président ouvriront la réunion.",
)
ARREARS = (
    "Members with arrears do not take part in the vote unless the Committee decides otherwise.",
    "Les membres en retard prennent part au vote, à moins que le Comité n’en décide autrement.",
)


def as_each_check_says() -> AbstractContextManager[object]:
    """Returns a context in which findings keep the levels of their checks, however many errors a text has."""
    return patch.object(registry, "weighed", lambda findings, causes, draft, asked: list(findings))


def with_rows(*rows: tuple[str, ...]) -> tuple[Document, Document]:
    """Returns an agenda that is right everywhere, and its translation, with paragraphs more: each of the source with
    its translation."""
    english, french = (
        parse_text(
            text.replace(heading, "".join(f"\n{row[side]}" for row in rows) + heading, 1),
            language=language,
            segmentation="lines",
        )
        for side, (text, heading, language) in enumerate(((ENGLISH, LAST[0], "en"), (FRENCH, LAST[1], "fr")))
    )
    return english, french


def in_agenda(source: str, target: str, more: tuple[str, str] | None = None) -> dict[str, Level]:
    """Returns the level by check, as the check gives it, of what is found in a paragraph of an agenda that is right
    everywhere else; `more` is a second paragraph."""
    documents = with_rows((source, target), *([more] if more else []))
    with as_each_check_says():
        found = check(*documents, home=None, segmentation="lines").findings
    return {one.check: one.level for one in found if one.source == source}


def alone(source: str, target: str) -> set[str]:
    """Returns the checks that find something in a row of no document, hints apart."""
    return {one.check for one in check_pairs([Pair(1, target, source)], home=None).findings}


def test_what_may_have_been_left_out_is_an_info_in_an_agenda_only() -> None:
    assert in_agenda(*BRACKETS) == {"completeness-omission": Level.INFO}
    assert alone(*BRACKETS) == set()


def test_a_word_that_is_no_name_is_missed_by_lower_odds_in_an_agenda_only() -> None:
    source = "The Committee will elect three members and two alternates for a term of two years."
    target = "Le Comité élira trois membres pour un mandat de deux ans."
    assert in_agenda(source, target) == {"completeness-omission": Level.INFO}
    assert alone(source, target) == set()
    assert in_agenda(source, target.replace("membres", "membres et deux suppléants")) == {}
    source = "The Provisional List of speakers will be closed on Monday."
    assert "completeness-omission" not in in_agenda(source, "La liste des orateurs sera close lundi.")


def test_what_has_no_counterpart_in_two_places_of_an_agenda_is_its_habit() -> None:
    more = "The Deputy Secretary (by video message) will speak.", "Le Secrétaire adjoint parlera."
    assert in_agenda(*BRACKETS, more) == {}
    more = "The Deputy Secretary (by video message) will speak.", "Le Secrétaire adjoint parlera par message vidéo."
    assert in_agenda(*BRACKETS, more) == {"completeness-omission": Level.INFO}


def test_a_clause_that_lost_its_denial_is_a_warning_in_an_agenda_and_in_a_short_text() -> None:
    assert in_agenda(*ARREARS) == {"meaning-negation": Level.WARNING}
    assert alone(*ARREARS) == {"meaning-negation"}
    assert in_agenda(ARREARS[0], ARREARS[1].replace("prennent", "ne prennent pas")) == {}


def test_a_word_that_a_close_translation_keeps_is_missed_in_an_agenda_only() -> None:
    source = "The fees are paid by the members, except those of the poorest States, in May."
    target = "Les droits sont acquittés par les membres, dont ceux des États les plus pauvres, en mai."
    assert in_agenda(source, target) == {"meaning-connective": Level.WARNING}
    assert alone(source, target) == set()
    assert in_agenda(source, target.replace("dont", "sauf")) == {}


def test_what_should_be_done_and_may_be_done_here_is_an_info_in_an_agenda_only() -> None:
    source = "The note reminds the members that no meeting should be held on Friday."
    target = "La note rappelle aux membres qu’aucune séance ne pourrait se tenir le vendredi."
    assert in_agenda(source, target) == {"meaning-modality": Level.INFO}
    assert alone(source, target) == set()
    assert in_agenda(source, target.replace("pourrait", "devrait")) == {}


def test_a_relation_for_which_the_source_gives_no_reason_is_told_in_an_agenda_only() -> None:
    source = "The Bureau will draw up the final report with the assistance of the secretariat."
    target = "Le Bureau établira le rapport final avec le concours du secrétariat."
    wrong = target.replace("avec le concours", "à la demande")
    assert in_agenda(source, target) == {}
    assert in_agenda(source, wrong) == {"meaning-connective": Level.WARNING}
    assert alone(source, wrong) == set()


@pytest.mark.parametrize(
    ("source", "target", "wrong", "level"),
    [
        (
            "Statements should not exceed four minutes.",
            "La durée d’une déclaration ne devrait pas dépasser quatre minutes.",
            ("devrait", "peut"),
            Level.WARNING,
        ),
        (
            "The Committee is therefore required to report to the Council.",
            "Le Comité est donc tenu de faire rapport au Conseil.",
            ("tenu de", "habilité à"),
            Level.WARNING,
        ),
        (
            "The report on the fourth session will be issued in May.",
            "Le rapport sur la quatrième session paraîtra en mai.",
            ("paraîtra", "devrait paraître"),
            Level.WARNING,
        ),
        (
            "The shortfall would be met from the reserve, which must not drop below six months of spending.",
            "Le déficit serait comblé par la réserve, qui ne doit pas tomber au-dessous de six mois de dépenses.",
            ("ne doit pas", "pourrait ne pas"),
            Level.INFO,
        ),
    ],
)
def test_a_sentence_that_allows_or_advises_where_the_source_does_not_is_told_in_an_agenda_and_in_a_short_text(
    source: str, target: str, wrong: tuple[str, str], level: Level
) -> None:
    assert in_agenda(source, target) == {}
    assert in_agenda(source, target.replace(*wrong)) == {"meaning-modality": level}
    assert alone(source, target.replace(*wrong)) == {"meaning-modality"}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "Members whose letters have not been received by noon on the first day may speak.",
            "Les membres dont les lettres n’auront pas été reçues le premier jour à midi au plus tard pourront parler.",
        ),
        (
            "It will hear the Chair of the Scientific and Technical Advisory Panel.",
            "Il entendra le Président du Groupe consultatif pour la science et la technologie.",
        ),
        (
            "The report draws lessons from the failure of two dams in 2027.",
            "Le rapport tire les enseignements de la rupture de deux digues en 2027.",
        ),
        (
            "As one of the Vice-Chairs has since left Geneva, the Committee will elect a successor.",
            "L’une de ces dernières ayant depuis quitté Genève, le Comité élira quelqu’un pour lui succéder.",
        ),
        ("Adjournment", "Clôture de la réunion"),
        (
            "The Branch has 11 regular posts, three of which are frozen.",
            "Le Service compte 11 postes permanents, dont trois sont gelés.",
        ),
        (
            "Adoption of the conference report and of the resolutions",
            "Adoption du rapport de la session et des résolutions",
        ),
        (
            "The report gives the names of contractors and cases of alleged non-compliance.",
            "Le rapport donne les noms des contractants et les cas d’inobservation présumée.",
        ),
    ],
)
def test_the_same_in_other_words_is_left_alone_in_an_agenda(source: str, target: str) -> None:
    assert in_agenda(source, target) == {}


def test_a_bound_turned_round_is_a_warning_in_an_agenda() -> None:
    source, target = (
        "Papers may be sent by 6 May 2031.",
        "Les documents peuvent être envoyés le 6 mai 2031 au plus tôt.",
    )
    assert in_agenda(source, target) == {"meaning-bound": Level.WARNING}


def test_whether_a_number_is_within_its_bound_is_a_warning_in_an_agenda_only() -> None:
    source = "Proposals need the support of at least 30 members."
    target = "Les propositions doivent avoir l’appui de plus de 30 membres."
    assert in_agenda(source, target) == {"meaning-bound": Level.WARNING}
    assert [one.level for one in check_pairs([Pair(1, target, source)], home=None).findings] == [Level.INFO]
    assert in_agenda(source, target.replace("de plus de 30", "d’au moins 30")) == {}


def test_a_participle_may_be_denied_by_non() -> None:
    source = (
        "Ministers who cannot attend may send a message, which will be posted on the website, not shown in the room."
    )
    target = (
        "Les ministres empêchés peuvent faire parvenir un message, qui sera mis en ligne mais non projeté en salle."
    )
    assert in_agenda(source, target) == {}
    assert in_agenda(source, target.replace("mais non projeté", "et projeté")) == {"meaning-negation": Level.WARNING}


def test_a_word_that_lost_its_non_is_quoted_with_it() -> None:
    pair = Pair(1, "Quotes-parts des États Membres.", "Assessment of non-member States.")
    found = check_pairs([pair], home=None, choice=Choice(hints=True)).findings
    assert [str(one.message) for one in found if one.check == "meaning-negation"] == [
        "Nothing here stands for “non-member”."
    ]


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        (
            "The secretariat will present two thematic reports on the use of the fund and on its accounts.",
            "Le secrétariat présentera deux rapports thématiques sur l’utilisation du fonds et sur ses comptes.",
            (" thématiques", ""),
        ),
        (
            "Documents should be submitted to the secretariat in good time before the session.",
            "Les documents devraient être soumis au secrétariat bien avant la session.",
            (" devraient", " informels devraient"),
        ),
        (
            "Half of the members were elected or re-elected at the meeting held in New York last June.",
            "La moitié des membres ont été élus ou réélus à la réunion tenue à New York en juin dernier.",
            (" ou réélus", ""),
        ),
        (
            "A Government which has agreed on a schedule, and which keeps to it, does not lose its vote.",
            "Le gouvernement qui a accepté un échéancier, et qui s’y tient, ne perd pas son droit de vote.",
            (", et qui s’y tient,", ""),
        ),
    ],
)
def test_a_word_of_a_closed_list_is_neither_left_out_nor_added_in_an_agenda(
    source: str, target: str, wrong: tuple[str, str]
) -> None:
    assert in_agenda(source, target) == {}
    found = in_agenda(source, target.replace(*wrong))
    assert found in tuple(
        {name: Level.INFO} for name in ("completeness-word", "completeness-rendering", "meaning-connective")
    )


WORKSHOP = """Workshop on lakes
Dakar, 3–4 June 2031
Programme
Tuesday, 3 June 2031
9–9.30 a.m.\tRegistration
9.30 a.m.–noon\tSession 1. Ice
2–5 p.m.\tSession 2. Boats
Wednesday, 4 June 2031
9 a.m.–noon\tSession 3. Fish
{}
"""
ATELIER = """Atelier sur les lacs
Dakar, 3 et 4 juin 2031
Programme
Mardi 3 juin 2031
9 heures-9 h 30\tInscription
9 h 30-midi\tSéance 1. Glace
14-17 heures\tSéance 2. Bateaux
Mercredi 4 juin 2031
9 heures-midi\tSéance 3. Poissons
{}
"""


def test_the_programme_of_a_meeting_is_translated_closely_too() -> None:
    written = WORKSHOP.format(BRACKETS[0]), ATELIER.format(BRACKETS[1])
    without_times = (text.split("\n")[0] + "\n" + text.split("\n")[-2] + "\n" for text in written)
    assert left_out(*written) == {Level.INFO}
    assert left_out(*without_times) == set()


def left_out(english: str, french: str) -> set[Level]:
    documents = parse_text(english, language="en"), parse_text(french, language="fr")
    with as_each_check_says():
        return {one.level for one in check(*documents, home=None).findings if one.check == "completeness-omission"}


@pytest.mark.parametrize(
    ("source", "wrong", "right", "check", "level"),
    [
        (
            "The members are five from African States and four from Asia-Pacific States for a term of three years.",
            "Les membres sont quatre pour les États d’Afrique et cinq pour les États d’Asie et du Pacifique, élus pour"
            " un mandat de trois ans.",
            "Les membres sont cinq pour les États d’Afrique et quatre pour les États d’Asie et du Pacifique, élus pour"
            " un mandat de trois ans.",
            "names-group",
            Level.WARNING,
        ),
        (
            "The Chair will be from the group of African States and the Vice-Chair from the group of Eastern European"
            " States.",
            "La présidence reviendra au groupe des États d’Europe orientale et la vice-présidence au groupe des États"
            " d’Afrique.",
            "La présidence reviendra au groupe des États d’Afrique et la vice-présidence au groupe des États d’Europe"
            " orientale.",
            "names-group",
            Level.WARNING,
        ),
        (
            "The exhibition was opened in the lobby by Mr. Henk Soerodimedjo.",
            "L’exposition a été inaugurée dans le hall par M. Henk Soeroredjo.",
            "L’exposition a été inaugurée dans le hall par M. Henk Soerodimedjo.",
            "names-person",
            Level.INFO,
        ),
        (
            "The discussion on maternal mortality will be moderated by Dr. Célestine Abreu Lima.",
            "Le débat sur la mortalité maternelle sera animé par le docteur Célestin Abreu Lima.",
            "Le débat sur la mortalité maternelle sera animé par la docteure Célestine Abreu Lima.",
            "names-person",
            Level.WARNING,
        ),
        (
            "Landlocked developing countries are particularly encouraged to share their experience.",
            "Les petits États insulaires en développement sont tout particulièrement encouragés à faire part de leur"
            " expérience.",
            "Les pays en développement sans littoral sont tout particulièrement encouragés à faire part de leur"
            " expérience.",
            "names-group",
            Level.WARNING,
        ),
        (
            "The gap between the large emerging economies and the least developed countries has widened.",
            "L’écart entre les grandes économies émergentes et les pays les moins avancés s’est réduit.",
            "L’écart entre les grandes économies émergentes et les pays les moins avancés s’est creusé.",
            "meaning-limit",
            Level.WARNING,
        ),
        (
            "Since the crew is ashore, the existing rules cannot be applied as they stand.",
            "L’équipage se trouvant à bord, les règles existantes ne peuvent être appliquées telles quelles.",
            "L’équipage se trouvant à terre, les règles existantes ne peuvent être appliquées telles quelles.",
            "meaning-limit",
            Level.INFO,
        ),
        (
            "Maternal mortality is twice the national average, regardless of income and level of education.",
            "La mortalité maternelle est deux fois supérieure à la moyenne nationale, en fonction du revenu et du"
            " niveau d’instruction.",
            "La mortalité maternelle est deux fois supérieure à la moyenne nationale, indépendamment du revenu et du"
            " niveau d’instruction.",
            "meaning-connective",
            Level.WARNING,
        ),
        (
            "The waivers remained possible in all ports of the region.",
            "Les dérogations resteront possibles dans tous les ports de la région.",
            "Les dérogations sont restées possibles dans tous les ports de la région.",
            "meaning-modality",
            Level.WARNING,
        ),
    ],
)
def test_what_a_close_translation_exchanges_is_told_in_an_agenda(
    source: str, wrong: str, right: str, check: str, level: Level
) -> None:
    assert in_agenda(source, wrong).get(check) == level
    assert check not in in_agenda(source, right)


def test_a_name_in_another_transcription_is_no_other_name() -> None:
    source = "The exhibition was opened in the lobby by Mr. Sergey Shumilov."
    assert "names-person" not in in_agenda(
        source, "L’exposition a été inaugurée dans le hall par M. Sergueï Choumilov."
    )


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (
            "Closed items may be reopened only by a majority of the members present.",
            "Les points clos peuvent être rouverts à la majorité des membres présents.",
            {"meaning-negation": Level.WARNING},
        ),
        (
            "A new item can be raised only under other matters, and no decision may be taken on it.",
            "Un nouveau point peut être soulevé au titre des questions diverses et ne peut faire l’objet d’aucune "
            "décision.",
            {"meaning-negation": Level.WARNING},
        ),
        (
            "A late item may be added only if no member present objects.",
            "Un point tardif ne peut être ajouté que si aucun membre présent ne s’y oppose.",
            {},
        ),
        (
            "The Chair of the Council is consulting delegations on a slate of names.",
            "La présidence du Conseil a consulté les délégations au sujet d’une liste de noms.",
            {"meaning-tense": Level.INFO},
        ),
        (
            "The paper must be sent to the Council before the session opens.",
            "Le document doit être envoyé par le Conseil avant l’ouverture de la session.",
            {"meaning-direction": Level.INFO},
        ),
        (
            "Vessels fishing without a licence were reported, and their crews questioned at length.",
            "Les navires pêchant avec un permis ont été signalés et leurs équipages longuement interrogés.",
            {"meaning-direction": Level.INFO, "meaning-negation": Level.WARNING},
        ),
        (
            "The proceedings relate to the smuggling of migrants.",
            "Les procédures sont relatives à la traite de migrants.",
            {"term-deprecated": Level.ERROR},
        ),
        (
            "The rule on free, prior and informed consent applies to all members.",
            "La règle relative au consentement libre et éclairé s’applique à tous les membres.",
            {"term-absent": Level.INFO},
        ),
        (
            "The amendment will be adopted unless five members object in writing.",
            "L’amendement sera adopté pour autant que cinq membres fassent objection par écrit.",
            {"meaning-limit": Level.WARNING},
        ),
        (
            "Members which contributed staff or otherwise supported the last mission are invited.",
            "Les membres qui ont fourni du personnel et ont appuyé la dernière mission sont invités.",
            {"meaning-limit": Level.INFO},
        ),
        (
            "The chair, Marit Solvik, will present the replies of all members.",
            "La présidente, Marit Solvek, présentera les réponses de tous les membres.",
            {"names-person": Level.WARNING},
        ),
        (
            "No member may serve more than two consecutive terms.",
            "Nul membre ne peut accomplir plus de deux mandats.",
            {"meaning-connective": Level.WARNING},
        ),
        (
            "The budget fell by 3 per cent in comparison with 2027.",
            "Le budget a baissé d’environ 3 % par rapport à 2027.",
            {"meaning-connective": Level.INFO},
        ),
    ],
)
def test_small_words_lists_and_names_are_kept_in_an_agenda(source: str, target: str, found: dict[str, Level]) -> None:
    assert in_agenda(source, target) == found


CARTAGENA = "The Cartagena Protocol is in force.", "Le Protocole de Cartagena est en vigueur."


def test_a_name_misspelt_in_one_place_is_told_by_the_others() -> None:
    source = "The States parties to the Cartagena Protocol will meet."

    misspelt = in_agenda(source, "Les États parties au Protocole de Cartgena se réuniront.", CARTAGENA)
    right = in_agenda(source, "Les États parties au Protocole de Cartagena se réuniront.", CARTAGENA)

    assert (misspelt, right) == ({"spelling-word": Level.WARNING}, {})


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (
            "The equipment ordered for the observers has not been delivered.",
            "Le matériel commandé pour les observateurs se fait attendre.",
            {},
        ),
        (
            "The equipment ordered for the observers has not been delivered.",
            "Le matériel commandé pour les observateurs a été livré.",
            {"meaning-negation": Level.WARNING},
        ),
        (
            "Since the vote, the two delegations have not been in contact.",
            "Depuis le vote, tout contact est rompu entre les deux délégations.",
            {"meaning-negation": Level.INFO},
        ),
        (
            "No list may be changed without the prior opinion of those who use it.",
            "Aucune liste ne peut être modifiée sans que ceux qui l’utilisent aient au préalable donné leur avis.",
            {},
        ),
        (
            "The rules would not bind the members that vote against them.",
            "Les membres qui voteraient contre elles, les règles ne les lieraient pas.",
            {},
        ),
        (
            "Representatives of members need only show their badge at the entrance.",
            "Il suffit aux représentants des membres de présenter leur badge à l’entrée.",
            {},
        ),
    ],
)
def test_a_denial_that_is_put_otherwise_is_no_lost_one(source: str, target: str, found: dict[str, Level]) -> None:
    assert in_agenda(source, target) == found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (
            "The Institute does not accept anonymous donations from its members.",
            "L’Institut refuse les dons anonymes de ses membres.",
            {},
        ),
        (
            "The Institute does not accept anonymous donations from its members.",
            "L’Institut accepte les dons anonymes de ses membres.",
            {"meaning-negation": Level.WARNING},
        ),
        (
            "The Institute did not accept the donation and refused the loan.",
            "L’Institut a accepté le don et refusé le prêt.",
            {"meaning-negation": Level.WARNING},
        ),
        (
            "The road is impassable during the rainy season.",
            "La route n’est pas praticable pendant la saison des pluies.",
            {},
        ),
        (
            "Only after the inspection may the goods be released.",
            "Les marchandises ne peuvent être libérées avant l’inspection.",
            {},
        ),
        (
            "The goods may be released after the inspection.",
            "Les marchandises peuvent être libérées avant l’inspection.",
            {"meaning-opposite": Level.WARNING},
        ),
        (
            "Only two observers from each constituency will be admitted to the boardroom.",
            "Deux observateurs par groupe, pas davantage, auront accès à la salle du Conseil.",
            {},
        ),
        (
            "One in every two farmers has lost the harvest of the year.",
            "La moitié des agriculteurs ont perdu la récolte de l’année.",
            {"meaning-quantifier": Level.INFO},
        ),
    ],
)
def test_the_contrary_of_what_is_denied_says_the_same(source: str, target: str, found: dict[str, Level]) -> None:
    assert in_agenda(source, target) == found


def test_two_weak_signs_at_one_place_are_an_info_in_an_agenda_only() -> None:
    source = "Members are reminded that any change must be communicated to the secretariat without delay."
    target = "Il est rappelé aux membres que toute modification doit être communiquée au secrétariat."

    assert in_agenda(source, target)["meaning-opposite"] is Level.INFO
    assert in_agenda(source, target.replace("doit être", "doit être sans tarder")) == {}
    assert alone(source, target) == set()


def test_a_clause_for_which_a_close_translation_has_no_room_is_an_info() -> None:
    source = "The experts will meet on Monday, the day before the session; their meeting is restricted to the members."
    target = "Les experts se réuniront lundi, veille de l’ouverture de la session"

    assert in_agenda(source, f"{target}.") == {"completeness-omission": Level.INFO}
    assert in_agenda(source, f"{target} ; leur réunion est réservée aux membres.") == {}


@pytest.mark.parametrize(
    ("source", "target", "kept"),
    [
        (
            "The passages in square brackets will be considered first.",
            "Les passages entre crochets seront examinés en premier.",
            " entre crochets",
        ),
        (
            "The draft resolution will be put before the plenary for adoption.",
            "Le projet de résolution sera soumis à la plénière pour adoption.",
            " pour adoption",
        ),
    ],
)
def test_a_phrase_that_a_close_translation_keeps_is_missed_in_an_agenda(source: str, target: str, kept: str) -> None:
    assert in_agenda(source, target) == {}
    assert "meaning-connective" in in_agenda(source, target.replace(kept, ""))


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        (
            "The documents will be issued in English, French and Spanish by the end of the month.",
            "Les documents seront publiés en anglais, en français et en espagnol d’ici à la fin du mois.",
            ("en français", "en arabe"),
        ),
        (
            "The stations that were brought back into service remain too few in Africa and in the Pacific.",
            "Les stations remises en service restent trop peu nombreuses en Afrique et dans le Pacifique.",
            ("Afrique et", "Afrique, en Asie et"),
        ),
        (
            "The Committee will consider the costs that are borne by the railway undertakings of the region.",
            "Le Comité examinera les coûts que supportent les entreprises ferroviaires de la région.",
            (" ferroviaires", ""),
        ),
        (
            "Draft resolutions will be issued in English and French by noon on Thursday.",
            "Les projets de résolution seront publiés en anglais et en français jeudi à midi au plus tard.",
            ("et en français", "ou en français"),
        ),
        (
            "The Committee will elect a Vice-Chair and a Rapporteur for the next year.",
            "Le Comité élira un vice-président ou une vice-présidente et un rapporteur pour l’année prochaine.",
            ("et un", "ou un"),
        ),
        (
            "The paper was read by the members of the trade unions of the region and by their legal advisers.",
            "Le document a été lu par les membres des syndicats de la région et par leurs conseillers juridiques.",
            (" juridiques", ""),
        ),
    ],
)
def test_languages_regions_and_fields_are_neither_left_out_nor_added_in_an_agenda(
    source: str, target: str, wrong: tuple[str, str]
) -> None:
    assert in_agenda(source, target) == {}
    assert in_agenda(source, target.replace(*wrong))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("How can I take the floor in the general debate?", "Comment prendre la parole dans le débat général ?"),
        (
            "(a) How can ownership be strengthened without losing sight of the local authorities?",
            "a) Comment renforcer la maîtrise nationale sans perdre de vue les autorités locales ?",
        ),
    ],
)
def test_a_question_without_its_mark_is_a_warning_in_an_agenda_only(source: str, target: str) -> None:
    wrong = target.replace(" ?", ".")
    assert in_agenda(source, target) == {}
    assert in_agenda(source, wrong) == {"typography-final-mark": Level.WARNING}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ways and means of expediting the work of the Committee", "Moyens d’accélérer les travaux du Comité"),
        (
            "The outgoing Chair has served two terms and is not eligible for re-election.",
            "La Présidente sortante, qui a accompli deux mandats, n’est pas rééligible.",
        ),
        (
            "Statements will be made on behalf of groups first, and then by individual delegations.",
            "Les déclarations seront faites d’abord au nom de groupes, puis par les délégations à titre individuel.",
        ),
        (
            "One panel will discuss the licensing and the other the supervision of the providers.",
            "Une table ronde portera sur l’agrément, l’autre sur la surveillance des prestataires.",
        ),
    ],
)
def test_what_joins_less_often_and_says_as_much_is_left_alone_in_an_agenda(source: str, target: str) -> None:
    assert in_agenda(source, target) == {}


def test_a_phrase_is_missed_beside_another_error_of_its_sentence() -> None:
    source = (
        "The list is closed at least one hour before, and statements are made by railway undertakings in its order."
    )
    target = (
        "La liste est close au moins une heure avant, et les déclarations sont faites par les entreprises ferroviaires "
        "dans son ordre."
    )
    wrong = target.replace("au moins", "au plus").replace(" ferroviaires", "")

    assert in_agenda(source, target) == {}
    assert in_agenda(source, wrong).keys() == {"meaning-connective", "meaning-opposite"}


def test_a_city_in_the_place_of_another_is_told_once_and_one_that_is_added_as_an_info() -> None:
    def told(source: str, target: str) -> list[tuple[Level, str]]:
        documents = with_rows((source, target))
        with as_each_check_says():
            found = check(*documents, home=None, segmentation="lines").findings
        return [
            (one.level, one.target_span.of(one.target))
            for one in found
            if one.check == "names-city" and one.target_span is not None
        ]

    exchanged = "La réunion de mai a eu lieu à Genève, et celle de juin aussi à Genève."
    assert told("The May meeting took place in Vienna, and the June one in Vienna, too.", exchanged) == [
        (Level.ERROR, "Genève")
    ]
    assert told("The meeting took place in May.", "La réunion a eu lieu à Genève en mai.") == [(Level.INFO, "Genève")]

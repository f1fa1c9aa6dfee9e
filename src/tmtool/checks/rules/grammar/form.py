"""Has a word a form that is unlikely by all that is around it: demandes qui, sauf urgence, seront remis au Secrétariat?

See docs/decisions/0070-a-small-model-reads-forms.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.found_anywhere import found_anywhere
from tmtool.checks.evidence.words.linked import said_beside
from tmtool.languages.fr.grammar.contexts.beside import READS
from tmtool.languages.fr.grammar.contexts.doubts import doubts
from tmtool.languages.fr.grammar.qualifiers.common_gender import feminines, women_named
from tmtool.languages.fr.grammar.words.reading import reading
from tmtool.model import Level
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each word to which another form of it, or another small word, is far likelier."""
    women = found_anywhere(women_named, draft)
    of_women = [one.span for one, noun in (feminines(reading(pair.target)) if women else ()) if noun.lower in women]
    for doubt in doubts(pair.target, *said_beside(pair, draft, READS), is_close=draft.is_close):
        if doubt.span in of_women:
            continue
        message = say(
            "“{here}”: by all that is around it, “{right}” is expected.",
            here=doubt.span.of(pair.target),
            right=doubt.right,
        )
        level = None if doubt.excess >= 0 else Level.HINT
        yield Flag(message, target_span=doubt.span, level=level, odds=doubt.excess)


CHECK = SegmentCheck(
    name="grammar-form",
    level=Level.WARNING,
    its_type="grammar",
    bounded=True,
    grades=(2.5, 5.5),
    requires=Needs(into="fr"),
    yields_to=("grammar", "meaning", "spelling", "typography-accent"),
    summary="A word has a form that is unlikely by all that is around it.",
    reason=(
        "Where a participle stands far from its noun, or a verb from its subject, no rule is sure what belongs "
        "together. A small model that has read many translations says which form of a word it would expect, beside the "
        "words of the source, first with the word as it is, then with its form hidden. Reported is where another one "
        "is far likelier, unless something before may agree with the word; nothing excuses what is as good as sure. So "
        "are an indicative for a subjunctive, and a few small words that get into each other’s place, such as avant "
        "and après."
    ),
    examples=(
        Example(
            source="Comments should reach the secretariat before the deadline set by the Bureau.",
            target="Les observations devraient parvenir au secrétariat après la date limite fixée par le Bureau.",
            flagged=("après",),
            is_close=True,
        ),
        Example(
            source="The collection of data disaggregated by age, by sex and by disability will be discussed.",
            target="La collecte de données ventilés par âge, par sexe et selon le handicap sera examinée.",
            flagged=("ventilés",),
            is_close=True,
        ),
        Example(
            source="The sharing of losses arising out of hazardous activities will be considered.",
            target="La répartition des dommages découlant d’activités dangereux sera examinée.",
            flagged=("dangereux",),
            is_close=True,
        ),
        Example(
            source="The two firms had the possibility of being heard; the Board considers eight of them fundamental.",
            target="Les deux maisons ont eu la possibilité d’être entendues ; le Conseil en juge huit fondamentales.",
            is_close=True,
        ),
        Example(
            source="The Secretary-General recommends that the Council approve the two contracts.",
            target="Le Secrétaire général recommande que le Conseil approuvera les deux contrats.",
            flagged=("approuvera",),
        ),
        Example(
            source="The army cannot but notify the administration that it has no willingness to negotiate.",
            target="L’armée n’a d’autre choix que de signifier à l’administration qu’ils ne négocieront plus.",
        ),
        Example(
            source="Members may comment on it twice, first on the outline and later on the full draft, but not reopen "
            "what has been agreed.",
            target="Les membres pourront formuler des observations à deux reprises, d’abord sur le plan, puis sur le "
            "projet complet, mais non revenir sur ce qui aura été convenu.",
            is_close=True,
        ),
        Example(
            source="In the absence of the Chair on 3 May, a Vice-Chair will preside.",
            target="La présidente étant absente le 3 mai, l’un des vice-présidents dirigera les débats ce jour-là.",
            is_close=True,
        ),
        Example(
            source="The Commission will meet in plenary and in a Committee of the Whole, which will consider the draft "
            "resolutions before they are put to the plenary.",
            target="La Commission siégera en plénière et en comité plénier, lequel examinera les projets de résolution "
            "avant que la plénière n’en soit saisie.",
            is_close=True,
        ),
        Example(
            source="This is the most aggressive form of discrimination against women and girls present in the world.",
            target="Il s’agit de la forme la plus agressive de discrimination à l’égard des femmes et des filles "
            "existante dans le monde.",
        ),
        Example(
            source="This idea is reflected in the phrase “directed against any civilian population” in article 5.",
            target="C’est l’idée que rend l’expression « dirigés contre une population civile » à l’article 5.",
        ),
        Example(
            source="The members whose term of office expires in 2028 are eligible for re-election.",
            target="Les membres donc le mandat expire en 2028 sont rééligibles.",
            flagged=("donc",),
        ),
        Example(
            source="Four fifths of the world population consume less than one fifth of the morphine.",
            target="Les quatre cinquièmes de la population mondiale consomme moins d’un cinquième de la morphine.",
            flagged=("consomme",),
            is_close=True,
        ),
        Example(
            source="Closer cooperation between the Department of Safety and Security and the Office of Legal Affairs "
            "will be conducive to a settlement.",
            target="Un resserrement de la coopération entre le Département de la sûreté et de la sécurité et le Bureau "
            "des affaires juridiques sera propice à un règlement.",
        ),
        Example(
            source="The Working Party recalled that a definition had been added to article 7 of the Convention.",
            target="Le Groupe de travail a rappelé qu’avait été ajoutée à l’article 7 de la Convention une définition.",
        ),
        Example(
            source="Signed by the aviation authority", target="Signées par l’autorité de l’aviation", is_close=True
        ),
        Example(
            source="The replies should be published or remain confidential.",
            target="Les réponses devraient être publiées ou rester confidentielles.",
            is_close=True,
        ),
        Example(
            source="The Committee finds alarming the reports that detained women are victims of violence.",
            target="Le Comité juge préoccupantes les informations selon lesquelles des détenues sont maltraitées.",
        ),
        Example(
            source="Calls upon all parties to implement the attached package of measures in full;",
            target="Demande à toutes les parties d’appliquer pleinement l’ensemble de mesures ci-joint ;",
        ),
        Example(
            source="It is recommended that the review of three applications be closed.",
            target="Il est recommandé que soit clos l’examen de trois demandes.",
            is_close=True,
        ),
        Example(
            target="Les demandes de parole présentées par une délégation doivent être remis par écrit.",
            flagged=("remis",),
            is_close=True,
        ),
        Example(
            target="Les demandes de parole présentées par une délégation doivent être remises par écrit.", is_close=True
        ),
        Example(target="Les États de l’aire de répartition concernés disposaient de 60 jours.", is_close=True),
        Example(
            target="Les documents dans lesquels sont formulées des observations seront publiés vendredi.", is_close=True
        ),
        Example(
            target="La moitié du temps au moins sera réservée aux questions. Une trentaine de délégués âgés de 15 à 24 "
            "ans, choisis par leurs pairs, participeront à la session.",
            is_close=True,
        ),
        Example(target="14 visent à supprimer le mot « létaux ».", is_close=True),
        Example(
            source="Only 12 of them expressly address the case in which a hedge is cut. Each is short.",
            target="Seules 12 d’entre elles traitent expressément du cas où une haie est coupée. Chacune est courte.",
            is_close=True,
        ),
        Example(
            source="The directory lists 87 mills in 39 valleys, of which barely a tenth are in Africa.",
            target="Le répertoire recense 87 moulins dans 39 vallées, dont à peine un dixième se trouvent en Afrique.",
            is_close=True,
        ),
        Example(target="Le débat sera animé par les coprésidentes jordanienne et chilienne.", is_close=True),
        Example(
            target="La demande doit être adressée à la représentation diplomatique ou consulaire brésilienne la plus "
            "proche.",
            is_close=True,
        ),
        Example(
            target="Le Comité examinera les progrès de l’application du document de Lima issu de la réunion.",
            is_close=True,
        ),
        Example(
            target="Sur les 31 membres du Comité, 17 verront leur mandat expirer le 4 mai. Les demandes de vote séparé "
            "doivent être présentées par écrit.",
            is_close=True,
        ),
        Example(
            target="Les articles 13 et 14 de la Convention ont donné lieu au plus grand nombre de recommandations, "
            "suivis de l’article 12.",
            is_close=True,
        ),
        Example(
            target="Les poèmes seront affichés tels quels, sans mise au point rédactionnelle.",
            is_close=True,
        ),
        Example(
            target="Il n’est pas tenu compte, pour le calcul de la majorité, des abstentions ni des bulletins nuls.",
            is_close=True,
        ),
        Example(
            target="Quiconque y communiquera par téléphone des chiffres non encore proclamés sera prié de sortir.",
            is_close=True,
        ),
        Example(
            target="Les directives en vigueur datent de 2018.",
            is_close=True,
        ),
        Example(
            target="L’achat de jeunes fermes innovantes, dont les ventes sont encore négligeables, échappe à tout "
            "contrôle.",
            is_close=True,
        ),
        Example(
            target="Le congé parental est de 16 semaines, auquel s’ajoutent 10 semaines pour les mères porteuses.",
            is_close=True,
        ),
        Example(
            source="Poems are to be no longer than 500 words.",
            target="Les poèmes compteront 500 mots au plus.",
            is_close=True,
        ),
        Example(
            source="Among choirs of equal rank, only the time of inscription counts.",
            target="À rang égal, seule compte l’heure de l’inscription.",
            is_close=True,
        ),
        Example(
            source="Preference will be given to those who did not sing in May.",
            target="La préférence sera donnée à celles et ceux qui n’ont pas chanté en mai.",
            is_close=True,
        ),
        Example(
            source="They burn the scores as soon as the term has elapsed, and take the others away.",
            target="Ils brûlent les partitions sitôt écoulée la durée du prêt et emportent les autres.",
            is_close=True,
        ),
        Example(
            source="The choir keeps to the reference year 2019, which two towns regard as obsolete.",
            target="Le chœur s’en tient à l’année de référence 2019, que deux villes jugent pourtant dépassée.",
            is_close=True,
        ),
        Example(
            source="The singers asked said that they had been beaten.",
            target="Les chanteuses interrogées ont dit avoir été battus.",
            flagged=("battus",),
            is_close=True,
        ),
        Example(
            source="It lasts longer than the ten months that the choir has set itself.",
            target="Cela dure plus que les dix mois que le chœur s’est fixés.",
            is_close=True,
        ),
        Example(
            source="Feast songs, practised today by choirs from 80 towns, would lose their charm.",
            target="Le chant des fêtes, que pratiquent aujourd’hui des chœurs de 80 villes, perdrait son charme.",
            is_close=True,
        ),
        Example(
            source="The singers ask themselves which of the two songs moves children most.",
            target="Les chanteurs se demandent lequel des deux chants touche le mieux les enfants.",
            is_close=True,
        ),
        Example(
            source="A voice was stolen at 6 per cent of the feasts, compared with none four years earlier.",
            target="Il y avait eu vol de la voix dans 6 % des fêtes, contre aucune quatre ans plus tôt.",
            is_close=True,
        ),
        Example(
            source="The choir is asked to indicate the questions that it would like singers to deal with.",
            target="Le chœur est invité à indiquer les questions qu’il souhaiterait voir traitées par les chantres.",
            is_close=True,
        ),
        Example(
            source="The choir may hear towns on both sides of the border explain their songs together.",
            target="Le chœur peut entendre des villes situées de part et d’autre des frontières exposer ensemble leur "
            "chant.",
            is_close=True,
        ),
        Example(
            source="Only 6 per cent of the women had paid for their seats.",
            target="Seules 6 % d’entre elles avaient payé leur place.",
            is_close=True,
        ),
        Example(
            source="A survey of three towns gave a discouraging result.",
            target="Une enquête menée dans trois villes a donné un résultat peu encourageant.",
            is_close=True,
        ),
        Example(
            source="This time no member from the hills was free.",
            target="Cette fois-ci, aucune membre venue des collines n’était libre.",
            is_close=True,
        ),
        Example(
            source="The choir kept its doors open.",
            target="Le chœur a maintenu ouvertes des portes là où presque personne ne chantait.",
            is_close=True,
        ),
        Example(
            source="Draft song and explanatory notes, prepared by the choir",
            target="Projet de chant et notes explicatives établis par le chœur",
            is_close=True,
        ),
        Example(
            source="In one mill, 60 loaves had gone rancid because the sacks were stored in the order of arrival.",
            target="Dans un moulin, 60 miches avaient ranci parce que les sacs étaient rangés dans l’ordre d’arrivée.",
            is_close=True,
        ),
        Example(
            source="Women hold 47 per cent of the posts. Eighteen staff members were attacked in 2027, four of whom, "
            "all recruited nationally, lost their lives.",
            target="Les femmes occupent 47 % des postes. Dix-huit fonctionnaires ont été attaqués en 2027 ; quatre "
            "d’entre eux, tous recrutés sur le plan national, ont perdu la vie.",
            is_close=True,
        ),
        Example(
            source="Provisional agenda and annotations, prepared by the secretariat of the Committee",
            target="Ordre du jour provisoire et annotations, établis par le secrétariat du Comité",
            is_close=True,
        ),
        Example(
            source="Neither the harbour nor the law of the mills names the town that is to receive the bread.",
            target="Ni le port ni le droit des moulins ne désignent la ville qui doit recevoir le pain.",
            is_close=True,
        ),
        Example(
            source="The mills report savings of 118.5 million euros from shared ovens.",
            target="Les moulins font état d’économies de 118,5 millions d’euros réalisées grâce aux fours partagés.",
            is_close=True,
        ),
        Example(
            source="The choir asks why the share of support devoted to bread fell, whereas that devoted to tea grew.",
            target="Le chœur demande pourquoi la part de l’appui consacrée au pain a baissé, alors que celle consacrée "
            "au thé a augmenté.",
            is_close=True,
        ),
    ),
    look=look,
)

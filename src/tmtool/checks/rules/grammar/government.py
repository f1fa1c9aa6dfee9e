"""Has a verb the preposition that it governs: permet de dégager, les avantages dont elles bénéficient?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.fr.grammar.fixed_phrases import misworded
from tmtool.languages.fr.grammar.government import misgoverned
from tmtool.languages.fr.grammar.reading import reading
from tmtool.model import Level, Span
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a verb has another preposition than it governs, or none."""
    words = reading(pair.target)
    for first, last, right in misworded(words):
        span = Span(first.span.start, last.span.end)
        yield Flag(say("“{here}”: French says “{right}”.", here=span.of(pair.target), right=right), target_span=span)
    for wrong in misgoverned(words):
        yield Flag(
            say("“{verb}” goes with “{right}”.", verb=wrong.verb.text, right=wrong.right),
            target_span=Span(wrong.first.span.start, wrong.last.span.end),
        )


CHECK = SegmentCheck(
    name="grammar-government",
    level=Level.WARNING,
    its_type="grammar",
    requires=Needs(into="fr"),
    yields_to=("grammar-infinitive", "spelling-homophone"),
    summary="A verb has another preposition than it governs, or none.",
    reason=(
        "permettre de, aider à, bénéficier de: the preposition belongs to the verb. Reported are infinitives right "
        "after a verb that takes only the other preposition, or that takes none alone, an article right after a verb "
        "whose object comes with à (participer, procéder), and que for dont before a verb whose object comes with de; "
        "verbs that admit both are left alone. So are adjectives, participles and prepositions of several words that "
        "go with one preposition alone (destiné à, doté de, en vertu de), and set phrases with other words than they "
        "have (à un pied d’égalité, compte tenu les)."
    ),
    examples=(
        Example(target="Elles seront soumises de temps à autre à la Commission, et de plein droit à la loi."),
        Example(
            target="la question qui peut lui être soumise de par la loi, l’inspection des parties exposées de la paroi"
        ),
        Example(
            target="un rejet imputable d’une manière ou d’une autre à un bâtiment ; il incombe dès lors à la partie"
        ),
        Example(
            target="Il agit en vue aux réunions, au sein le Comité, en liaison aux autorités et auprès les États.",
            flagged=("vue aux", "sein le", "liaison aux", "auprès les"),
        ),
        Example(
            target="Le Comité prend note les rapports ; conformément la résolution, il met fin les débats.",
            flagged=("note les", "conformément la", "fin les"),
        ),
        Example(
            target="Elles sont traitées à un pied d’égalité, par la majorité des deux tiers, compte tenu les faits.",
            flagged=("à un pied d’égalité", "par la majorité des deux tiers", "compte tenu les"),
        ),
        Example(
            target="La décision à prendre, une obligation à respecter, mis en application à compter du 1er mai, un "
            "chapitre distinct aux villes, les rapports dont prend note le Comité, faire prendre conscience aux élus"
        ),
        Example(target="L’emblème sera relativement de petites dimensions."),
        Example(
            target="Le montant dont il est question aux articles 2 et 3 est affiché bien en vue à l’entrée ; il peut "
            "s’appuyer de bonne foi sur un avis, et sur des certificats munis à l’endos d’une mention."
        ),
        Example(target="une entreprise non liée de programmation, des enduits non réfractaires des types utilisés"),
        Example(target="Ils doivent être munis à chaque poste de commande, d’un organe de commande."),
        Example(target="Elle est autorisée dans chaque cas qui lui est soumis d’examiner les faits."),
        Example(target="Cet outil permet dégager une vue d’ensemble.", flagged=("permet dégager",)),
        Example(target="Un cours spécialement conçu renforcer les capacités", flagged=("conçu renforcer",)),
        Example(target="Le Conseil les priera à se prononcer.", flagged=("priera à",)),
        Example(
            target="En vertu aux dispositions, conformément de la résolution, en raison au retard, auprès aux États",
            flagged=("vertu aux", "conformément de", "raison au", "auprès aux"),
        ),
        Example(
            target="un plan soumis des États, doté aux ressources, axé de la paix et compatible aux règles",
            flagged=("soumis des", "doté aux", "axé de", "compatible aux"),
        ),
        Example(
            target="Il contrevient les normes, et cela découle aux travaux.", flagged=("contrevient les", "découle aux")
        ),
        Example(
            target="des travaux en cours à Rome, copie certifiée conforme de l’acte, doté à titre provisoire, soumis"
        ),
        Example(target="les effets préjudiciables de la discrimination, consciente à cet égard de sa tâche"),
        Example(target="des actes qui sont préjudiciables des droits", flagged=("préjudiciables des",)),
        Example(target="les dispositions incompatibles de la loi, les régions les plus exposées du monde"),
        Example(target="Les avantages qu’elles bénéficient sont rares.", flagged=("qu’elles bénéficient",)),
        Example(target="Les avantages fiscaux qu’elles bénéficient sont rares.", flagged=("qu’elles bénéficient",)),
        Example(
            target="Les avantages fiscaux qu’elles bénéficient dans le cadre de la loi, le fait qu’elles disposent en "
            "outre de fonds",
            flagged=("qu’elles bénéficient",),
        ),
        Example(target="Il est certain qu’elles bénéficient de ces avantages, et il est rare qu’ils en disposent."),
        Example(target="Il se félicite aux efforts déployés.", flagged=("félicite aux",)),
        Example(target="Il faut procéder l’examen du rapport.", flagged=("procéder l’",)),
        Example(target="Le Conseil a remercié aux membres sortants.", flagged=("remercié aux",)),
        Example(
            target="Le Bureau sera saisi les projets et a été saisi la note. Il a prié aux témoins de l’attendre.",
            flagged=("saisi les", "saisi la", "prié aux"),
        ),
        Example(
            target="Le Bureau, dont a été saisi le procureur, est saisi de la note. Il en a été saisi le lundi 3 mai "
            "et la semaine suivante ; il est saisi le même jour. Ils vont prier aux temples de la ville.",
        ),
        Example(target="La session à laquelle ont participé les États, où peuvent recourir les victimes, est close."),
        Example(target="Elles estiment qu’elles bénéficient de ces avantages, dont elles disposent."),
        Example(target="Cet outil permet de dégager une vue d’ensemble et a contribué à la renforcer."),
        Example(target="Il interdit à une banque autorisée de refuser de le faire."),
        Example(
            target="La note du secrétariat sur le cadre de coopération a été établie sur le cadre de son mandat.",
            flagged=("sur le cadre de",),
        ),
        Example(target="Ils n’ont pas soumis de rapport au Comité."),
        Example(target="Seule une région a soumis des notifications ; les autres ont soumis du matériel."),
        Example(
            target="la nécessité à agir, la tendance de voter, capables à répondre",
            flagged=("nécessité à", "tendance de", "capables à"),
        ),
        Example(target="Le Comité prend note aux vues, met fin des débats.", flagged=("note aux", "fin des")),
        Example(target="Ils renoncent du droit et contribuent de la paix.", flagged=("renoncent du", "contribuent de")),
        Example(
            target="Il prie le Secrétaire général à répondre et invite les États Membres de la région de voter.",
            flagged=("prie le Secrétaire général à", "invite les États Membres de la région de"),
        ),
        Example(target="Il demande aux Parties à répondre.", flagged=("demande aux Parties à",)),
        Example(target="une autorisation à durée limitée, les moyens à employer, auquel participent des États"),
        Example(target="Il prie le Secrétaire général d’aider les États à répondre, et se refuse à voter."),
        Example(target="Il contribue de la sorte à la paix et demande aux États parties à la Convention de voter."),
    ),
    look=look,
)

"""Do a past participle and an adjective after être agree with the subject: ont été adopté, elle est opposés?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.witnesses.form_odds import GRADES, form_odds
from tmtool.checks.evidence.words.linked import said_beside
from tmtool.languages.fr.grammar.contexts.beside import READS
from tmtool.languages.fr.grammar.contexts.doubts import is_expected
from tmtool.languages.fr.grammar.predicates import (
    absolute_participles,
    apposed,
    counted_series,
    joined_participles,
    joined_relatives,
    second_infinitives,
    shared_subjects,
    shortened_clauses,
)
from tmtool.languages.fr.grammar.predicates.objects import without_agreement
from tmtool.languages.fr.grammar.predicates.participle_disagreement import Disagreement
from tmtool.languages.fr.grammar.predicates.participles import disagreements
from tmtool.languages.fr.grammar.subjects.subject_words import CLITICS
from tmtool.languages.fr.grammar.words.reading import (
    OPENING_QUOTES,
    PLURAL,
    SINGULAR,
    THIRD,
    Word,
    place_before,
    reading,
    without_brackets,
)
from tmtool.model import Level, Span
from tmtool.model.wording import say

_QUOTES = (*OPENING_QUOTES, '"')
"""Marks before a word that has the form that it has where it is quoted from."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a past participle or an adjective after être has another number or gender
    than the subject."""
    words, outside = reading(pair.target), without_brackets(pair.target)
    found = [*disagreements(words), *without_agreement(words), *joined_participles.disagreements(words)]
    found += shared_subjects.disagreements(outside)
    found += second_infinitives.disagreements(words)
    found += (*joined_relatives.disagreements(outside), *counted_series.disagreements(outside))
    found += absolute_participles.disagreements(outside)
    if outside != words:
        found += (*disagreements(outside), *without_agreement(outside))
    by_place = {one.participle.span: one for one in reversed(found)}
    for apart, other in (
        *apposed.disagreements(outside),
        *shortened_clauses.disagreements(outside),
        *shortened_clauses.of_infinitives(outside),
    ):
        if apart.span in by_place:
            continue
        message = say(
            "“{word}” agrees neither with “{other}” nor with anything before.", word=apart.text, other=other.text
        )
        yield Flag(message, target_span=apart.span)
    for _, wrong in sorted(by_place.items()):
        verb, participle = wrong.verb, wrong.participle
        if not wrong.after_avoir and pair.target[: participle.span.start].rstrip().endswith(_QUOTES):
            continue  # la note est « suffisant »
        span = Span(verb.span.start, participle.span.end)
        message = (
            say("“{word}” agrees with nothing after “{verb}”.", word=participle.text, verb=verb.text)
            if wrong.after_avoir
            else say("“{word}” does not agree with what “{que}” takes up.", word=participle.text, que=verb.text)
            if wrong.after_que
            else say(
                "“{word}” does not agree with its subject in “{here}”.", word=participle.text, here=span.of(pair.target)
            )
        )
        by_subject = not wrong.after_que and not _differ_in_number(words, wrong)  # of which a subject may be another
        excused = by_subject and is_expected(pair.target, participle.span, *said_beside(pair, draft, READS))
        level = Level.HINT if excused else None
        yield Flag(message, target_span=span, level=level)


def _differ_in_number(words: tuple[Word, ...], wrong: Disagreement) -> bool:
    """Tells whether a participle after être has another number than its own verb, whatever the subject is: est
    *prises*; not after on, nous or vous, which take either."""
    persons, said = wrong.verb.persons & THIRD, wrong.participle.agreement()
    differs = said <= PLURAL if persons == {"3s"} else said <= SINGULAR and persons == {"3p"}
    if wrong.after_avoir or not said or not differs:
        return False
    verb = next((at for at, word in enumerate(words) if word.span == wrong.verb.span), 0)
    before = place_before(words, verb, CLITICS)
    return before >= 0 and words[before].lower not in ("on", "nous", "vous")


CHECK = SegmentCheck(
    name="grammar-participle",
    level=Level.WARNING,
    grades=GRADES,
    weigh=form_odds,
    its_type="grammar",
    requires=Needs(into="fr"),
    yields_to=("spelling-homophone", "grammar-verb"),
    summary="A past participle or an adjective after être has another number or gender than the subject.",
    reason=(
        "“ont été adopté” needs no subject to be wrong. The gender is compared where the subject is a pronoun, the "
        "antecedent of qui or the noun that opens the clause. on, nous and vous, which take either, and reflexive "
        "verbs with an indirect object are left alone."
    ),
    examples=(
        Example(
            target="Les résolutions que le Comité a adopté en mai. Les mesures que l’État a pris pour agir",
            flagged=("que le Comité a adopté", "que l’État a pris"),
        ),
        Example(target="La résolution est adoptés.", flagged=("est adoptés",)),
        Example(target="La résolution que le Comité a adoptée, les mesures qu’il a prises, il les a approuvées."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)

"""Has a verb the number and the person of its subject, and is there a verb only where one can be: les membres *a*
examiné, la Commission *examinent*?
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.witnesses.form_odds import GRADES, form_odds
from tmtool.checks.evidence.words.linked import linked, said_beside
from tmtool.checks.evidence.words.relative_numbers import has_other_number
from tmtool.languages.fr.grammar.contexts.beside import READS
from tmtool.languages.fr.grammar.contexts.doubts import is_expected
from tmtool.languages.fr.grammar.forms import auxiliaries, lost_accents, mistaken_forms, second_persons
from tmtool.languages.fr.grammar.forms.lost_verbs import lost_verbs
from tmtool.languages.fr.grammar.nouns.noun_chains import is_auxiliary
from tmtool.languages.fr.grammar.predicates import impossible_verbs, speakers, verbs
from tmtool.languages.fr.grammar.predicates.counted_verbs import of_a_number, of_a_number_after_dont
from tmtool.languages.fr.grammar.predicates.relative_verbs import open_verbs
from tmtool.languages.fr.grammar.words.closed_words import SPEAKING
from tmtool.languages.fr.grammar.words.reading import Word, reading, without_brackets
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span
from tmtool.model.wording import Wording, say

_OPENING = re.compile(r"\W*(?:\d+\.\s*)?([A-Z][a-z]+s)\b")
"""A verb at the beginning of the source that may be one of a resolution: 3. Requests."""

_PLURAL = frozenset({"3p"})
_AFTER_IL = ("il ", "il ne ", "il n’", "il n'")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a verb differs in number or person from its subject, where another form stands
    for a verb, and where no verb can be."""
    words = reading(pair.target)
    differing = _differing(words, without_brackets(pair.target))
    for verb, is_plural in differing.values():
        if not pair.target.startswith((")", "/"), verb.span.end):  # the label a), the note a/
            yield _unless_expected(_differs(verb, is_plural=is_plural), verb, pair, draft)
    yield from _of_other_number(words, differing.keys(), pair, draft)
    yield from _of_other_person(words, pair)
    yield from _for_participles(words)
    yield from _with_another_auxiliary(words)
    for before, verb in impossible_verbs.where_none_can_be(words):
        yield Flag(
            say("“{verb}” is a verb, and “{before}” wants a noun.", verb=verb.text, before=before.text),
            target_span=verb.span,
        )
    yield from _opening_plural(words, pair, draft)


def _differing(words: tuple[Word, ...], outside: tuple[Word, ...]) -> Mapping[Span, tuple[Word, bool]]:
    """Returns the verbs of another number than their subject, and whether that is a plural, by their places. The words
    `outside` brackets are asked, too: a subject may be before the brackets and its verb after them."""
    found = {verb.span: (verb, is_plural) for verb, is_plural in verbs.disagreements(words)}
    if outside != words:
        found = {verb.span: (verb, is_plural) for verb, is_plural in verbs.disagreements(outside)} | found
    return found | {verb.span: (verb, True) for verb in (*of_a_number(words), *of_a_number_after_dont(words))}


def _differs(verb: Word, *, is_plural: bool) -> Wording:
    """Returns what is said of a verb whose subject is a plural, or none, and the verb is not so."""
    if is_plural:
        return say("The subject of “{verb}” is plural, the verb is not.", verb=verb.text)
    return say("The subject of “{verb}” is singular, the verb is not.", verb=verb.text)


def _of_other_person(words: tuple[Word, ...], pair: Pair) -> Iterator[Flag]:
    """Yields the forms of je, tu, nous or vous where there is no such pronoun, then what follows a pronoun and is not
    the verb that it wants."""
    unwanted = [
        *impossible_verbs.without_a_verb(words),
        *lost_verbs(words),
        *mistaken_forms.participles_after_who(words),
    ]
    unwanted += speakers.disagreements(words)
    told = {verb.span for _, verb in unwanted}
    told |= {one.wrong.span for one in second_persons.exchanges(words)}  # which grammar-infinitive tells
    for verb in impossible_verbs.of_who_is_not_there(words):
        if verb.span in told or pair.target.endswith("]", 0, verb.span.start):  # « [l]es »
            continue
        pronouns = ", ".join(pronoun for person, pronoun in SPEAKING.items() if person in verb.persons)
        yield Flag(say("“{verb}” is a form of {pronouns}.", verb=verb.text, pronouns=pronouns), target_span=verb.span)
    for pronoun, verb in unwanted:
        yield Flag(
            say("“{verb}” is not the verb that “{pronoun}” wants.", verb=verb.text, pronoun=pronoun.text),
            target_span=verb.span,
        )


def _for_participles(words: tuple[Word, ...]) -> Iterator[Flag]:
    """Yields the other forms of a verb that stand for its participle."""
    mistaken = (
        *mistaken_forms.after_auxiliary(words),
        *mistaken_forms.infinitives_with_an_agent(words),
        *mistaken_forms.verbs_with_an_agent(words),
        *lost_accents.participles(words),
    )
    for verb in {one.span: one for one in mistaken}.values():
        yield Flag(say("“{verb}” stands for a participle.", verb=verb.text), target_span=verb.span)


def _with_another_auxiliary(words: tuple[Word, ...]) -> Iterator[Flag]:
    """Yields the participles that go with être and have avoir, or the reverse."""
    for helper, participle, right in auxiliaries.exchanged(words):
        message = say(
            "“{participle}” goes with “{right}”, not “{helper}”.",
            participle=participle.text,
            right=right,
            helper=helper.text,
        )
        yield Flag(message, target_span=Span(helper.span.start, participle.span.end))


def _opening_plural(words: tuple[Word, ...], pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields a plural that opens a paragraph of a resolution, where the verb of the source is a singular."""
    if not words or not verbs.is_plural(words[0]) or is_auxiliary(words[0]):  # Seront examinées les demandes
        return
    opening = _OPENING.match(pair.source or "")
    if opening and draft.language_pair and opening[1] in _operative(draft.language_pair):
        yield Flag(
            say("“{word}” is a plural, “{there}” in the source is none.", word=words[0].text, there=opening[1]),
            target_span=words[0].span,
        )


def _of_other_number(words: tuple[Word, ...], known: Set[Span], pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the verbs after qui that have the number of none of what the source says it of, but for the known ones."""
    both, alone = None, sum(word.lower == "qui" for word in words) == 1
    for one in open_verbs(words):
        if one.verb.span in known:
            continue
        both = both or linked(pair, draft)
        if both is None:
            return
        own, others = ([noun.span for noun in nouns] for nouns in (one.own, one.others))
        if has_other_number(both, one.verb.span, is_plural=one.is_plural, alone=alone, own=own, others=others):
            message = (
                say("“{verb}” is plural, but its subject in the source is not.", verb=one.verb.text)
                if one.is_plural
                else say("“{verb}” is singular, but its subject in the source is not.", verb=one.verb.text)
            )
            yield _unless_expected(message, one.verb, pair, draft)


def _unless_expected(message: str, verb: Word, pair: Pair, draft: Draft) -> Flag:
    """Returns what is said of a verb, as a hint where it is a plural and all around it makes that likely. A singular is
    likely to the model after many a plural; after il it is none."""
    after_il = pair.target[: verb.span.start].lower().endswith(_AFTER_IL)
    likely = verb.persons <= _PLURAL and not after_il
    likely = likely and is_expected(pair.target, verb.span, *said_beside(pair, draft, READS))
    return Flag(message, target_span=verb.span, level=Level.HINT if likely else None)


@cache
def _operative(pair: LanguagePair) -> frozenset[str]:
    """Returns the verbs of the source that open a paragraph of a resolution in the singular."""
    return frozenset(word for (word,) in pair.rows("operative.txt"))


CHECK = SegmentCheck(
    name="grammar-verb",
    level=Level.WARNING,
    grades=GRADES,
    weigh=form_odds,
    its_type="grammar",
    requires=Needs(into="fr"),
    yields_to=("spelling-homophone", "spelling-confusion"),
    summary="A verb differs in number from its subject.",
    reason=(
        "The subject is a pronoun, the antecedent of qui or the noun that opens the clause, with what hangs on it; the "
        "verb must have no other reading. Words for a quantity (nombre, majorité), which may take either, are left "
        "alone."
    ),
    examples=(
        Example(target="Les membres a examiné le rapport.", flagged=("a",)),
        Example(target="les travaux que poursuivent la Commission de la femme", flagged=("poursuivent",)),
        Example(target="Il a affirmé que son équipe et lui ne sont pas prêts."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)

"""Does an adjective or participle right after its noun agree with it: des mesures national?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.found_anywhere import found_anywhere
from tmtool.checks.evidence.language.same_text import quoted_spans
from tmtool.checks.evidence.witnesses.form_odds import GRADES, form_odds
from tmtool.checks.evidence.words.source_order import goes_before
from tmtool.languages.fr import LANGUAGE
from tmtool.languages.fr.grammar.nouns.determiners import determiners, is_determiner
from tmtool.languages.fr.grammar.qualifiers import apposed_nouns, opening_pronouns
from tmtool.languages.fr.grammar.qualifiers.adjectives import disagreements
from tmtool.languages.fr.grammar.qualifiers.common_gender import feminines, women_named
from tmtool.languages.fr.grammar.qualifiers.such_as import disagreements as of_such
from tmtool.languages.fr.grammar.qualifiers.whatever import disagreements as of_place
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS
from tmtool.languages.fr.grammar.words.reading import ALL, Word, reading, without_brackets
from tmtool.languages.stems import content
from tmtool.model import Level, Span
from tmtool.model.wording import say

_TWO = 2


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where an adjective or participle does not agree with the noun right before it."""
    quoted = quoted_spans(pair.target, pair.source or "", LANGUAGE)

    def in_source(adjective: Word, noun: Word) -> bool:
        return goes_before(adjective.span, noun.span, pair, draft.language_pair)

    words = reading(pair.target)
    yield from _of_no_women(words, pair, draft)
    for adjective, noun in of_place(words):
        first, last = sorted((adjective.span, noun.span))
        yield _flag(adjective, noun, Span(first.start, last.end))
    for pronoun, noun in opening_pronouns.disagreements(words):
        yield _flag(pronoun, noun, pronoun.span)
    apposed: set[Span] = set()
    for noun, host in apposed_nouns.disagreements(words):
        apposed.add(noun.span)
        yield _flag(noun, host, Span(host.span.start, noun.span.end))
    for such, before in of_such(without_brackets(pair.target)):
        yield _flag(such, before, such.span)
    for wrong in disagreements(words, in_source):
        adjective, other = wrong.adjective, wrong.other
        compound = not is_determiner(other) and _is_of_compound(adjective, other, words, pair, draft)
        if adjective.span in apposed or compound:
            continue
        foreign = (adjective, other) if wrong.named else (adjective,)
        if not any(quoted.overlaps(word.span) for word in foreign):
            first, last = sorted((adjective.span, other.span))
            yield _flag(adjective, other, Span(first.start, last.end))


def _flag(adjective: Word, other: Word, span: Span) -> Flag:
    message = say("“{adjective}” does not agree with “{other}”.", adjective=adjective.text, other=other.text)
    return Flag(message, target_span=span)


def _of_no_women(words: tuple[Word, ...], pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the feminines after a noun for men and women alike, of whom the source says not that they are women, nor
    the document elsewhere that one is (aucune membre)."""
    source = pair.source or ""
    if not source or draft.source is None or draft.source.pattern("women").search(source):
        return
    women = found_anywhere(women_named, draft)
    for adjective, noun in feminines(words):
        if noun.lower in women:
            continue
        yield Flag(
            say(
                "“{adjective}” does not agree with “{noun}”, who are no women.",
                adjective=adjective.text,
                noun=noun.text,
            ),
            target_span=Span(noun.span.start, adjective.span.end),
        )


def _is_of_compound(adjective: Word, other: Word, words: tuple[Word, ...], pair: Pair, draft: Draft) -> bool:
    """Tells whether an adjective goes with the noun on which the one before it hangs, where that is not in the source:
    la langue des signes internationale for International Sign, artisans de la paix locaux for peacebuilders."""
    known = draft.language_pair
    place = words.index(other)
    if known is None or known.links is None or not pair.source or place < _TWO:
        return False
    before = words[place - 1]
    owned = before.joined and before.lower not in OF_FORMS and is_determiner(before)  # les artisans de la paix
    linked = place - 1 - (place > _TWO and owned)
    head = words[linked - 1]
    hangs = words[linked].lower in OF_FORMS and words[linked].joined
    article = determiners().get(words[linked - 2].lower) if linked > 1 and head.joined else None
    possible = head.agreement({"N"}) & (article.agreement if article else ALL)  # le cas des pratiques recommandées
    if not hangs or not possible & adjective.agreement({"A"}):
        return False
    named = [word for word in content(pair.target, known.target) if word.span.overlaps(head.span)]
    source = content(pair.source, known.source)
    return bool(named) and not any(known.links.counterparts(word, source, known.target) for word in named)


CHECK = SegmentCheck(
    name="grammar-adjective",
    level=Level.WARNING,
    grades=GRADES,
    weigh=form_odds,
    its_type="grammar",
    requires=Needs(into="fr"),
    yields_to=("completeness-omission", "grammar-determiner", "spelling-homophone"),
    summary="An adjective, participle or relative pronoun does not agree with the noun before it.",
    reason=(
        "Reported only where no reading of the adjective fits the noun, nor any noun that this one hangs on (le groupe "
        "des États créé), and of a participle after a comma and of lequel where no noun before in the sentence fits. "
        "Adjectives that share out a plural (les secteurs public et privé) are left alone."
    ),
    examples=(
        Example(
            source="Children used by criminal groups",
            target="Les enfants utilisées par des groupes criminels",
            flagged=("enfants utilisées",),
        ),
        Example(source="Girls used by groups, and judges", target="Les enfants utilisées par des groupes"),
        Example(
            target="Les États ont adopté une déclaration spéciale dans lequel ils ont réaffirmé leur position.",
            flagged=("déclaration spéciale dans lequel",),
        ),
        Example(target="au sein de l’administration local", flagged=("administration local",)),
        Example(target="Le Comité a adopté une déclaration sur le site dans lequel les essais ont eu lieu."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)

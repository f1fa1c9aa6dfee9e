"""Has a verb the preposition that it governs: permet de dégager, les avantages dont elles bénéficient?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.witnesses.form_odds import GRADES, form_odds
from tmtool.languages.fr.grammar.contexts.beside import READS
from tmtool.languages.fr.grammar.forms import misplaced_words
from tmtool.languages.fr.grammar.forms.relative_opinions import taken_up_twice
from tmtool.languages.fr.grammar.forms.relative_owners import owned_twice
from tmtool.languages.fr.grammar.prepositions import (
    asked_persons,
    asked_things,
    clitics,
    comparisons,
    correlatives,
    counted_complements,
    denied_objects,
    governed_relatives,
    governed_things,
    joined_clauses,
    joined_complements,
    joined_infinitives,
    joined_to_infinitives,
    lost_prepositions,
    lost_pronouns,
    measures,
    owned_by_que,
    owned_complements,
    persons,
    quantities,
    reflexives,
    relative_complements,
    relative_objects,
    relative_subjects,
    taken_up,
    texts_that_deal,
    twice_said,
    word_pairs,
)
from tmtool.languages.fr.grammar.prepositions.bare_infinitives import bare_infinitives
from tmtool.languages.fr.grammar.prepositions.complements import wrong_complements
from tmtool.languages.fr.grammar.prepositions.countries import bare_second, misplaced
from tmtool.languages.fr.grammar.prepositions.either import mixed
from tmtool.languages.fr.grammar.prepositions.fixed_phrases import misworded
from tmtool.languages.fr.grammar.prepositions.governed import Misgoverned
from tmtool.languages.fr.grammar.prepositions.government import misgoverned
from tmtool.languages.fr.grammar.prepositions.source_prepositions import unlike_source
from tmtool.languages.fr.grammar.words.reading import Word, reading
from tmtool.model import Level, Span
from tmtool.model.wording import say


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a verb has another preposition than it governs, or none."""
    words = reading(pair.target)
    source = (pair.source or "") if draft.source_language == READS else ""
    worded: list[Span] = []
    for first, last, right in _worded(words, source):
        span = Span(first.span.start, last.span.end)
        worded.append(span)
        yield Flag(say("“{here}”: French says “{right}”.", here=span.of(pair.target), right=right), target_span=span)
    yield from _joined_otherwise(words)
    yield from _said_twice(words)
    yield from _lacking_again(words, source)
    known: set[int] = set()
    for one in _governed(words, source):
        if one.verb.span.start in known or any(span.start < one.last.span.end <= span.end for span in worded):
            continue
        known.add(one.verb.span.start)
        yield Flag(
            say("“{verb}” goes with “{right}”.", verb=one.verb.text, right=one.right),
            target_span=Span(one.first.span.start, one.last.span.end),
        )
    for before, infinitive in bare_infinitives(words):
        if before.span.start in known:
            continue
        message = say(
            "“{word}” is never right before an infinitive: a preposition is missing, or “{other}” has another form.",
            word=before.text,
            other=infinitive.text,
        )
        yield Flag(message, target_span=Span(before.span.start, infinitive.span.end))


def _worded(words: tuple[Word, ...], source: str) -> tuple[tuple[Word, Word, str], ...]:
    """Returns what French words otherwise, each with its first and its last word and with what is right: fixed phrases,
    and words that come in pairs."""
    pairs = (
        *mixed(words),
        *correlatives.unparallel(words),
        *word_pairs.unpaired(words),
        *quantities.misquantified(words),
        *comparisons.miscompared(words),
        *comparisons.without_article(words, source),
        *measures.mismeasured(words, source),
        *twice_said.repeated(words),
        *joined_clauses.without_que(words, source),
        *misplaced_words.misplaced(words),
    )
    return (*misworded(words), *reflexives.needless(words), *reflexives.misformed(words), *pairs)


def _joined_otherwise(words: tuple[Word, ...]) -> Iterator[Flag]:
    """Flags the infinitives that are joined to others after another preposition."""
    for wrong, first in (*joined_infinitives.misjoined(words), *joined_infinitives.exchanged(words)):
        message = say(
            "“{here}” before an infinitive that is joined to one after “{there}”.", here=wrong.text, there=first.text
        )
        yield Flag(message, target_span=wrong.span)


def _said_twice(words: tuple[Word, ...]) -> Iterator[Flag]:
    """Flags the pronouns of a relative clause that say again what its own pronoun says."""
    for que, again in taken_up_twice(words):
        message = say(
            "“{que}” and “{pronoun}” stand for the same: French says “dont”.", que=que.text, pronoun=again.text
        )
        yield Flag(message, target_span=Span(que.span.start, again.span.end))
    for dont, owner in owned_twice(words):
        message = say("“{owner}” says again whose, after “{dont}”.", owner=owner.text, dont=dont.text)
        yield Flag(message, target_span=Span(dont.span.start, owner.span.end))


def _lacking_again(words: tuple[Word, ...], source: str) -> Iterator[Flag]:
    """Flags what et joins to a complement without repeating its à or de."""
    lacking = (
        *joined_complements.unmarked(words),
        *((verb, right, after, after) for verb, right, after in joined_infinitives.unmarked(words)),
        *((one.verb, one.right, one.wrong, one.wrong) for one in joined_to_infinitives.unlike(words, source)),
    )
    for verb, right, first, noun in lacking:
        message = (
            say("“{verb} à” wants “à” before “{noun}”, too.", verb=verb.text, noun=noun.text)
            if right == "à"
            else say("“{verb} de” wants “de” before “{noun}”, too.", verb=verb.text, noun=noun.text)
        )
        yield Flag(message, target_span=Span(first.span.start, noun.span.end))


def _governed(words: tuple[Word, ...], source: str) -> tuple[Misgoverned, ...]:
    """Returns all that goes with another preposition than it has, or with none."""
    return (
        *misgoverned(words),
        *wrong_complements(words),
        *misplaced(words),
        *bare_second(words),
        *taken_up.exchanged(words),
        *relative_objects.exchanged(words),
        *relative_complements.exchanged(words),
        *relative_subjects.without_one(words),
        *reflexives.lost(words),
        *persons.exchanged(words),
        *asked_persons.unmarked(words),
        *asked_persons.exchanged(words),
        *asked_things.bare(words),
        *clitics.exchanged(words),
        *lost_prepositions.lost(words),
        *lost_pronouns.lost(words),
        *(unlike_source(words, source) if source else ()),
        *owned_complements.misowned(words),
        *counted_complements.lost(words),
        *denied_objects.misdenied(words),
        *governed_relatives.exchanged(words),
        *governed_things.misgoverned(words),
        *texts_that_deal.without_of(words),
        *owned_by_que.exchanged(words),
    )


CHECK = SegmentCheck(
    name="grammar-government",
    level=Level.WARNING,
    grades=GRADES,
    weigh=form_odds,
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
        Example(
            target="Il prie le Secrétaire général à répondre et invite les États Membres de la région de voter.",
            flagged=("prie le Secrétaire général à", "invite les États Membres de la région de"),
        ),
        Example(target="Il demande aux Parties à répondre.", flagged=("demande aux Parties à",)),
        Example(target="Il prie le Secrétaire général d’aider les États à répondre, et se refuse à voter."),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)

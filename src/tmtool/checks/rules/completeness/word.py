"""Is a word left out or added that every agenda has on both sides: at least, voluntary; facultatif, moitié?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.engine.sentences import Sentence, moved, sentences_or_whole
from tmtool.checks.evidence.completeness.answered_by import TABLE, unanswered_words
from tmtool.checks.evidence.completeness.joined_members import joined_members_added, joined_members_left_out
from tmtool.checks.evidence.completeness.list_members import members_added, members_left_out
from tmtool.checks.evidence.completeness.said import said, said_by_source
from tmtool.checks.evidence.completeness.taken_answers import words_whose_answers_are_taken
from tmtool.checks.evidence.witnesses.unanswered_odds import are_unanswered
from tmtool.checks.evidence.words.freely import is_freely_put
from tmtool.checks.evidence.words.linked import Linked, linked
from tmtool.checks.evidence.words.sides import usual_places
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span
from tmtool.model.span_index import SpanIndex
from tmtool.model.wording import say

_DOUBTFUL, _LOST, _GAINED, _MEMBER = range(4)
"""What is found, as it was right ever more often: a word that is rendered by one that its list has not, one that is
lost, one that is added, a member of a list."""
_TWICE = 4
"""What is told of any of them of which the trees of ``unrendered.tsv`` say that it has no counterpart, too."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags a word of each sentence for which the other side has nothing of its list."""
    known = draft.language_pair
    if known is None or not pair.source:
        return
    for one in unanswered_words(pair.source, pair.target, known):
        usual = said(pair, known) if one.lost is not None else said_by_source(pair, known)
        if SpanIndex(usual).holds(one.lost or one.gained or Span(0, 0)):
            continue
        level = Level.HINT if is_freely_put(pair.source, pair.target, known) else draft.slight
        odds = _DOUBTFUL if one.is_doubtful else _LOST if one.lost is not None else _GAINED
        if one.gained is not None:
            yield _gained(one.gained, None, pair, level, odds)
        elif one.lost is not None:
            yield _lost(one.lost, None, pair, level, odds)
    if draft.is_close:
        yield from _members(pair, draft)


def _members(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags the members of lists of a close translation that were left out or added, each with its place on the other
    side."""
    known, found = draft.language_pair, linked(pair, draft)
    if known is None:
        return
    if found is not None and not found.is_free:
        yield from (_lost(there, here, pair) for there, here in members_left_out(found))
        added = list(members_added(found))
        of_source = SpanIndex(said_by_source(pair, known) if added else ())  # le cas échéant, for if any
        yield from (_gained(here, there, pair) for here, there in added if not of_source.holds(here))
    for one in sentences_or_whole(pair):
        in_sentence = linked(one.pair, draft)
        if in_sentence is None:
            continue
        for there, here in joined_members_left_out(in_sentence):
            usual = usual_places(one.pair.source or "", known, known.source)
            if not SpanIndex([*usual, *said(one.pair, known)]).holds(there):
                yield _lost(moved(there, one.source.start), moved(here, one.target.start), pair)
        for here, there in joined_members_added(in_sentence):
            usual = usual_places(one.pair.target, known, known.target)
            if not SpanIndex([*usual, *said_by_source(one.pair, known)]).holds(here):
                yield _gained(moved(here, one.target.start), moved(there, one.source.start), pair)
        yield from _of_others(pair, one, in_sentence, known)


def _of_others(pair: Pair, one: Sentence, found: Linked, known: LanguagePair) -> Iterator[Flag]:
    """Flags the words of a sentence whose answers are all the counterparts of other words."""
    taken = list(words_whose_answers_are_taken(found))
    if not taken or is_freely_put(one.pair.source or "", one.pair.target, known):
        return
    lost, gained = SpanIndex(said(one.pair, known)), SpanIndex(said_by_source(one.pair, known))
    for word, is_of_source in taken:
        if is_of_source and not lost.holds(word):
            yield _lost(moved(word, one.source.start), None, pair, odds=_LOST)
        elif not is_of_source and not gained.holds(word):
            yield _gained(moved(word, one.target.start), None, pair, odds=_GAINED)


def _lost(there: Span, here: Span | None, pair: Pair, level: Level = Level.INFO, odds: int = _MEMBER) -> Flag:
    """Returns the flag of words of the source, with the place where they should be if that is known."""
    message = say("Nothing here answers to “{words}”.", words=there.of(pair.source or ""))
    return Flag(message, target_span=here, source_span=there, level=level, odds=odds)


def _gained(here: Span, there: Span | None, pair: Pair, level: Level = Level.INFO, odds: int = _MEMBER) -> Flag:
    """Returns the flag of words of the translation, with the place of the source where they would be if that is
    known."""
    message = say("Nothing in the source answers to “{words}”.", words=here.of(pair.target))
    return Flag(message, target_span=here, source_span=there, level=level, odds=odds)


def _grade(flag: Flag, pair: Pair, draft: Draft) -> float:
    return _TWICE if are_unanswered(flag, pair, draft) else flag.odds or _DOUBTFUL


CHECK = SegmentCheck(
    name="completeness-word",
    level=Level.HINT,
    grades=(_LOST, _GAINED, _MEMBER, _TWICE),
    weigh=_grade,
    its_type="omission",
    requires=Needs(source=True, pair=TABLE, one_way=True),
    yields_to=(
        "completeness",
        "completeness-rendering",
        "language-other-segment",
        "meaning",
        "names",
        "numbers",
        "term-absent",
        "term-contrast",
        "term-missing",
    ),
    summary="A word has none of all words that may say the same on the other side.",
    reason=(
        "Most words may be translated in many ways; at least, each or voluntary only by a few, which are "
        "listed. In an agenda, which is translated closely, a sentence without any of them has left the word out or "
        "says another, and a word of the translation for which the source has no reason was added: an info. So is one "
        "of two words joined by and or et that has no counterpart where nothing is joined to the other. In other "
        "texts, which may say it in another sentence, and where many words have no counterpart, it is a hint."
    ),
    examples=(
        Example(
            source="The Group will examine the voluntary contributions received since its last session.",
            target="Le Groupe examinera les contributions reçues depuis sa dernière session.",
            flagged=("",),
        ),
        Example(
            source="The Group will examine the voluntary contributions received since its last session.",
            target="Le Groupe examinera les contributions volontaires reçues depuis sa dernière session.",
        ),
        Example(
            source="The voluntary contributions received have been spent.",
            target="Celles-ci ont été dépensées.",
        ),
        Example(
            source="Documents should be submitted to the secretariat in good time before the session.",
            target="Les documents informels devraient être soumis au secrétariat bien avant la session.",
            flagged=("informels",),
        ),
        Example(
            source="Fewer than 2 per cent of containers, even in ports, are no longer searched.",
            target="Moins de 2 % des conteneurs, même dans les ports, ne sont pas fouillés.",
            flagged=("",),
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)

"""Does a word of a close translation stand where one of another sense should, or is it left out, or added?

See docs/un-french.md, section 15: completeness.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.engine.sentences import Sentence, moved, sentences_or_whole
from tmtool.checks.evidence.completeness.left_out import shown
from tmtool.checks.evidence.completeness.moved import is_moved, is_named_again, is_taken_up
from tmtool.checks.evidence.completeness.said import said, said_by_source
from tmtool.checks.evidence.completeness.unrendered import TABLE, Stretch, unrendered
from tmtool.checks.evidence.meaning.denied_sentences import denies_alone
from tmtool.checks.evidence.words.rendered import has_unrendered
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level
from tmtool.model.wording import say

_BOUND_OF_SOURCE, _BOUND_OF_TARGET = 2.6, 2.1
"""Odds from which words of the source were left out or put wrongly, and words of the translation are wrong or too many:
in right agendas some two stretches of each in a hundred agendas by the trees of before, judged by what other agendas
taught, before those are excused that are the habit of a document, said by their contrary or taken up by a pronoun."""
_BELOW = 1.5
"""By how much odds may be below their bound for a hint, which a translation with many errors makes an info of."""
_GRADES = (-1.0, -0.5, 0.0, 0.6)
"""By how much odds are above their bound where the next grade begins."""
_ELSEWHERE = 8
"""So many other places with the same words are looked at."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags the words of each sentence to which most surely nothing answers that would render them."""
    known = draft.language_pair
    if known is None or not draft.is_close or draft.is_turned or not pair.source:
        return
    for sentence in sentences_or_whole(pair):
        yield from _of_sentence(sentence, pair, draft, known)


def _of_sentence(sentence: Sentence, pair: Pair, draft: Draft, known: LanguagePair) -> Iterator[Flag]:
    one = sentence.pair
    source, target = one.source or "", one.target
    lost = unrendered(source, target, known, known.source, said(one, known))
    gained = unrendered(source, target, known, known.target, said_by_source(one, known))
    over = lost.odds - _BOUND_OF_SOURCE if lost is not None else -_BELOW
    over_there = gained.odds - _BOUND_OF_TARGET if gained is not None else -_BELOW
    if max(over, over_there) <= -_BELOW or denies_alone(source, target, known):
        return
    if lost is not None and over > over_there:
        words = lost.stretch.span.of(source)
        is_said = is_taken_up(words, one, draft, known) or is_moved(words, one, draft, known, is_added=False)
        if not is_said and not _is_habit(lost.stretch, pair, draft, known):
            yield _of_source(lost.stretch, sentence, over)
    elif gained is not None:
        words = gained.stretch.span.of(target)
        is_known = over <= -_BELOW and is_named_again(words, one, draft, known)
        if not is_known and not is_moved(words, one, draft, known, is_added=True):
            yield _of_target(gained.stretch, sentence, over_there)


def _of_source(lost: Stretch, sentence: Sentence, over: float) -> Flag:
    """Returns the flag of words of the source, at the word that stands in their place or what is about it."""
    target, words = sentence.pair.target, shown(lost.span.of(sentence.pair.source or ""))
    place = lost.instead or lost.place
    return Flag(
        say("“{here}” is no usual rendering of “{there}”.", here=lost.instead.of(target), there=words)
        if lost.instead is not None
        else say("Nothing here answers to “{words}”.", words=words),
        source_span=moved(lost.span, sentence.source.start),
        target_span=place and moved(place, sentence.target.start),
        level=_level(over),
        odds=over,
    )


def _of_target(gained: Stretch, sentence: Sentence, over: float) -> Flag:
    """Returns the flag of words of the translation."""
    return Flag(
        say("Nothing in the source answers to “{words}”.", words=shown(gained.span.of(sentence.pair.target))),
        target_span=moved(gained.span, sentence.target.start),
        source_span=gained.place and moved(gained.place, sentence.source.start),
        level=_level(over),
        odds=over,
    )


def _level(over: float) -> Level | None:
    """Returns the level of words whose odds are so much above their bound, None for that of the check."""
    return None if over > 0 else Level.HINT


def _is_habit(stretch: Stretch, pair: Pair, draft: Draft, known: LanguagePair) -> bool:
    """Tells whether another place of the document has one of the words, and no rendering of it either."""
    others = (one for one in draft.pairs if one is not pair and one.source and one.source != pair.source)
    return any(
        has_unrendered(one.source or "", one.target, known, stretch.stems)
        for one in islice((one for one in others if _may_have(one, stretch)), _ELSEWHERE)
    )


def _may_have(pair: Pair, stretch: Stretch) -> bool:
    text = (pair.source or "").lower()
    return any(stem in text for stem in stretch.stems)


CHECK = SegmentCheck(
    name="completeness-rendering",
    level=Level.INFO,
    grades=_GRADES,
    its_type="mistranslation",
    requires=Needs(source=True, pair=TABLE, one_way=True),
    yields_to=(
        "completeness",
        "dates",
        "language-foreign-word",
        "language-other-segment",
        "meaning",
        "names",
        "numbers",
        "spelling",
        "term",
    ),
    summary="A word has none of its renderings in a close translation.",
    reason=(
        "For some nine thousand English and five thousand French words all that a good translator may put for them was "
        "written down. In an agenda, which is translated closely, a word of which nothing is there was left out, or "
        "another stands in its place. How surely is learnt from errors that were made in the drafts of agendas, by "
        "some hundred signs, such as how often right agendas have none of a list, and what else is free about the "
        "place. Other texts put much in another way, so that they are not asked."
    ),
    examples=(
        Example(
            source="For each activity, the members will find the expected results, the timetable and the financing.",
            target="Les membres y trouveront, pour chaque activité, les résultats escomptés et le financement.",
            flagged=("escomptés et le financement",),
            is_close=True,
        ),
        Example(
            source="For each activity, the members will find the expected results, the timetable and the financing.",
            target="Les membres y trouveront, pour chaque activité, les résultats escomptés, le calendrier et le "
            "financement.",
            is_close=True,
        ),
        Example(
            source="The Working Group deferred consideration of the annex to the mediation rules.",
            target="Le Groupe de travail a achevé l’examen de l’annexe du règlement de médiation.",
            flagged=("achevé",),
            is_close=True,
        ),
        Example(
            source="The Working Group deferred consideration of the annex to the mediation rules.",
            target="Le Groupe de travail a reporté l’examen de l’annexe du règlement de médiation.",
            is_close=True,
        ),
        Example(
            source="This part of the meeting will be closed to observers.",
            target="Cette partie de la réunion ne sera pas ouverte aux observateurs.",
            is_close=True,
        ),
        Example(
            source="For each activity, the members will find the expected results, the timetable and the financing.",
            target="Les membres y trouveront, pour chaque activité, les résultats escomptés et le financement.",
        ),
        Example(
            source="The bakers of the valley have asked to see the rule on ovens retained.",
            target="Les boulangers de la vallée sont favorables au maintien de la règle relative aux fours.",
            is_close=True,
        ),
        Example(
            source="Ninety per cent of the bread sold in the harbour is baked in the valley.",
            target="Les neuf dixièmes du pain vendu au port sont cuits dans la vallée.",
            is_close=True,
        ),
        Example(
            source="The choirs consider the increase affordable.",
            target="Les chœurs jugent l’augmentation supportable.",
            is_close=True,
        ),
    ),
    look=look,
)

"""Is a relation between sentences or clauses another one: par conséquent for however, puisque for while?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.completeness.only_here import only_here
from tmtool.checks.evidence.meaning.conjunctions import joined_by_and, joined_otherwise
from tmtool.checks.evidence.meaning.denied_sentences import expression
from tmtool.checks.evidence.meaning.exchange import exchanged, exchanges, one_sided
from tmtool.checks.evidence.meaning.exchange_in_place import exchanged_in_place
from tmtool.checks.evidence.meaning.modal_sentences import CONNECTIVES, exchanged_in_sentences
from tmtool.checks.evidence.meaning.put_otherwise import as_surely_lost
from tmtool.checks.evidence.register import hints_where_free
from tmtool.checks.evidence.witnesses.unanswered_odds import GRADES, unanswered_odds
from tmtool.checks.evidence.words.linked import linked
from tmtool.languages import language_of
from tmtool.languages.alternatives import plain
from tmtool.model import Level, Span
from tmtool.model.span_index import SpanIndex

_NEAR = 4
"""Words at most from the counterpart of the word before what was lost to that of the word after it."""
_CONNECTIVES, _MARKED, _CLOSE = "connectives.tsv", "connectives_marked.tsv", "connectives_close.tsv"
_RELATIONS = "relations.tsv"


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a connective of another relation is in the place of the one of the source, or
    one that nobody leaves out is missing."""
    found = (
        list(exchanged_in_place(_CONNECTIVES, pair, draft))
        or list(_exchanged_in_sentences(pair, draft))
        or list(_other_relations(pair, draft))
    )
    yield from found
    if draft.is_close:
        lost = list(_at_other_places(_lost_where_close(pair, draft), found))
        yield from lost
        yield from () if found or lost else _gained_where_close(pair, draft)
    elif not found:
        first = islice(one_sided(_MARKED, pair, draft), 1)
        yield from (as_surely_lost(replace(flag, level=Level.INFO), pair, draft) for flag in first)


_LOUDEST_FIRST = (Level.WARNING, Level.INFO, Level.HINT)


def _at_other_places(flags: Iterable[Flag], found: Sequence[Flag]) -> Iterator[Flag]:
    """Yields the flags at whose places in the source nothing is told by those found."""
    told = SpanIndex(one.source_span for one in found if one.source_span is not None)
    return (flag for flag in flags if flag.source_span is None or not told.overlaps(flag.source_span))


def _lost_where_close(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the first of the words that no translation leaves out, and of those that a close one keeps."""
    marked = list(islice(one_sided(_MARKED, pair, draft), 1))
    kept = [
        replace(flag, level=flag.level or Level.INFO)
        for flag in one_sided(_CLOSE, pair, draft)
        if not _is_taken_up(flag, pair, draft) and not _is_left_as_it_is(flag, pair)
    ]
    kept.sort(key=lambda flag: _LOUDEST_FIRST.index(flag.level))
    for flag in (*marked, *islice(_at_other_places(kept, marked), 1)):
        yield as_surely_lost(_placed(flag, pair, draft), pair, draft)


def _gained_where_close(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the words of a close translation for which its source gives no reason, else its other conjunctions."""
    known = draft.language_pair
    gained = list(only_here(pair.source or "", pair.target, known)) if known is not None else []
    yield from gained
    if not any(flag.level is Level.INFO for flag in gained):
        yield from _other_conjunctions(pair, draft)


def _exchanged_in_sentences(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the first exchange of a pair that tells whole sentences apart."""
    known = draft.language_pair
    if known is not None:
        yield from islice(exchanged_in_sentences(pair.source or "", pair.target, known, CONNECTIVES), 1)


def _other_relations(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields each relation of a translation that its source has not, where one of the source is lost."""
    yield from (replace(flag, level=Level.INFO) for flag in exchanges(_RELATIONS, pair, draft))


def _is_taken_up(flag: Flag, pair: Pair, draft: Draft) -> bool:
    """Tells whether the paragraph, or the one before it, has what the source names another time, and a pronoun of the
    translation may stand for it: each round table, chacune."""
    known, named = draft.language_pair, flag.source_span
    if known is None or named is None or expression(known, "stands for").search(plain(pair.target)) is None:
        return False
    before, space, last = named.of(pair.source or "").rpartition(" ")
    forms = "|".join(map(re.escape, sorted(language_of(draft.source_language).forms(last, ""))))
    words = re.compile(rf"(?<!\w){re.escape(before + space)}(?:{forms})(?!\w)", re.IGNORECASE)
    about = [one.source or "" for one in draft.pairs if one.number in (pair.number - 1, pair.number)]
    return sum(len(words.findall(text)) for text in about) > 1


def _is_left_as_it_is(flag: Flag, pair: Pair) -> bool:
    """Tells whether the translation has the very words of the source, as it has in a name that it does not translate:
    the South China Morning Post."""
    named = flag.source_span
    words = re.escape(named.of(pair.source or "")) if named is not None else ""
    return bool(words) and re.search(rf"(?<!\w){words}(?!\w)", pair.target) is not None


def _placed(flag: Flag, pair: Pair, draft: Draft) -> Flag:
    """Returns the flag of what was lost at the place between the counterparts of the words about it, where these are
    near each other; else as it is, at the whole translation, so that a finding about any other word takes its place."""
    found, named = linked(pair, draft), flag.source_span
    if found is None or named is None:
        return flag
    of_source, of_target = found.sides
    start = bisect_left(of_source.words, named.start, key=lambda word: word.span.start)
    end = bisect_left(of_source.words, named.end, key=lambda word: word.span.start)
    first, last = sorted(of_source.neighbours(start, end, len(of_target.words)))
    if last - first > _NEAR:
        return flag
    begins = of_target.words[first].span.start if first >= 0 else 0
    ends = of_target.words[last].span.end if last < len(of_target.words) else len(pair.target)
    return replace(flag, target_span=Span(begins, ends))


def _other_conjunctions(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields each et between the counterparts of two neighbours that the source joins by or, and the reverse."""
    found = linked(pair, draft)
    both = [*joined_otherwise(found), *joined_by_and(found)] if found is not None else []
    for there, here in {here: (there, here) for there, here in reversed(both)}.values():
        yield exchanged(here, pair.target, there, pair.source or "", level=Level.INFO)


CHECK = SegmentCheck(
    name="meaning-connective",
    level=Level.WARNING,
    grades=GRADES,
    weigh=unanswered_odds,
    its_type="mistranslation",
    bounded=True,
    requires=Needs(source=True, pair=_CONNECTIVES, one_way=True),
    yields_to=(
        "completeness-omission",
        "completeness-length",
        "meaning-bound",
        "meaning-limit",
        "meaning-negation",
        "meaning-opposite",
        "names-official",
        "numbers",
        "term",
    ),
    summary="A word that joins sentences or clauses states another relation.",
    reason=(
        "However and therefore turn an argument round without changing a word of it. Reported where the "
        "connective of the source has no counterpart in its place and one of another relation is there, or where "
        "one is missing that translators do not leave out (unless, rather than, no later than); and as an info "
        "where a sentence has one of another relation and nothing for that of its source. In an agenda, which is "
        "translated closely, so is one of some more words (except, in advance), as a warning if no right agenda "
        "is known to lack it, else as an info; as an info, too, et between the counterparts of two words that the "
        "source joins by or, and a preposition, an adverb or a verb before an infinitive for which nothing in the "
        "sentence of the source is a reason (au risque de, refusé de)."
    ),
    examples=(
        Example(
            source="Except as the Association may otherwise agree, each member shall pay it.",
            target="Sous réserve des exceptions convenues par l’Association, chaque membre la verse.",
        ),
        Example(
            source="The damage is presumed, subject to proof to the contrary, to result from it.",
            target="Le dommage est présumé, sauf preuve contraire, en résulter.",
        ),
        Example(
            source="However, this requires new working methods in the Forum.",
            target="Par conséquent, cela exige de nouvelles méthodes de travail à l’Instance.",
            flagged=("Par conséquent",),
        ),
        Example(
            source="The groups will be small and will not meet during plenary meetings.",
            target="Les groupes seront petits et ne se réuniront que pendant les séances plénières.",
            flagged=("ne se réuniront que ",),
            is_close=True,
        ),
        Example(
            source="Several delegations reserved their position pending instructions.",
            target="Plusieurs délégations ont réservé leur position conformément à leurs instructions.",
            flagged=("conformément à",),
            is_close=True,
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=hints_where_free(look),
    by_sentence=True,
)

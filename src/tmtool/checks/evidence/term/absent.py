"""Which concepts does the source of a close translation name, of which the translation has no accepted term?

French takes up most nouns by a pronoun or says them otherwise, so that the absence of a term alone tells little. But
it tells much of a name, of a concept of several words for which right agendas never lacked a term, and of one for
which they often had one, if it is a single word or is often put otherwise (meetings of the session, les séances).
``kept_terms.tsv`` of a pair says how often they had and lacked one (benchmarks/count_kept_terms.py);
``free_terms.tsv`` which concepts translators put otherwise once in some thirty times, by the judgement of five of them
who read all terms and no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.term.domains import STATES
from tmtool.checks.evidence.term.said_otherwise import TermWords, ends_before, is_said, stems_of
from tmtool.languages import language_of, tables
from tmtool.languages.language import Language
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import content
from tmtool.model import Occurrence
from tmtool.model.span_index import Spanned

KEPT, _FREE = "kept_terms.tsv", "free_terms.tsv"
_STATES = "countries.tsv"
_SHORT = 2
"""Words of content of a name at most that may be the end of a longer one."""
OFTEN = 15
"""Times from which a word, and a term that is often put otherwise, is held to what right agendas always have for it."""
_SELDOM = 150
"""Of so many times a term may have been missing once."""
_ARTICLE = 4
"""Characters before a term that begins a sentence: an article."""
_SENTENCES_BEFORE = 2
"""Segments before one in which what it does not name again is named."""


def absent(pair: Pair, draft: Draft) -> Iterator[Occurrence]:
    """Yields the first mention of each concept of a source that its translation lacks, and should have a term for."""
    known = draft.language_pair
    if known is not None:
        for mention in lacking(pair, draft):
            is_short = may_go_unnamed(mention, pair, draft) or _is_named_before(mention, pair, draft)
            if _is_kept(mention, known) and not is_short:
                yield mention


def lacking(pair: Pair, draft: Draft) -> Iterator[Occurrence]:
    """Yields those of the `named` concepts that the translation has no term for, in whole, in short, or with other
    words in between."""
    words: TermWords | None = None
    done = {one.concept.id for one in (*pair.target_terms, *pair.split_terms) if one.term.status.accepted}
    for mention in named(pair):
        if (
            mention.concept.id in done
            or _is_part_of_a_name(mention, pair)
            or _goes_with_a_noun(mention, pair.source or "")
            or _is_parted_by_an_adverb(mention, pair.source or "")
            or has_other_small_words(mention, pair.source or "")
            or _is_one_of_a_plural(mention, pair.source or "", draft.target_language)
        ):
            continue
        if words is None:
            words = TermWords(pair.target, draft.target_language)
        if not (is_said(mention, words, pair, draft) or _shares_its_head(mention, words, pair, draft)):
            yield mention


def named(pair: Pair) -> Iterator[Occurrence]:
    """Yields the first mention in a source of each concept, in one piece and in no other term; abbreviations, for which
    there may be any short name, are none."""
    source, seen = pair.source or "", set()
    whole = [one for one in pair.source_terms if not one.parts]
    others = Spanned(whole, lambda one: one.span)
    for mention in pair.source_terms:
        written = mention.span.of(source)
        if (
            mention.concept.id not in seen
            and not mention.parts
            and not any(_holds_or_cuts(other, mention) for other in others.touching(mention.span))
            and (" " in written or not written.removesuffix("s").isupper())
            and len(written.split()) == len(mention.term.text.split())
        ):
            seen.add(mention.concept.id)
            yield mention


def _holds_or_cuts(other: Occurrence, mention: Occurrence) -> bool:
    """Tells whether a term goes beyond another that it touches: it holds it, or takes its beginning away. One that goes
    on from within a name (the Open-ended Working Group of the Basel Convention on …) leaves it whole."""
    if mention.span.holds(other.span):
        return False
    return not (mention.term.is_name and mention.span.start < other.span.start)


def may_go_unnamed(mention: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether a translation may do without the term of what is no name of several words: it has words that take
    something up (one of the Vice-Chairs, l’une de ces dernières; the Secretariat, celui-ci), or leaves the subject
    out."""
    if draft.target is None or (mention.term.is_name and " " in mention.term.text):
        return False
    takes_up = draft.target.pattern("amount-taken-up").search(pair.target) is not None
    return takes_up or _is_subject_left_out(mention, pair, draft.target)


def _is_subject_left_out(mention: Occurrence, pair: Pair, language: Language) -> bool:
    """Tells whether a translation is impersonal where a common noun is the subject of the source: an election will be
    held, il sera procédé à une élection."""
    is_subject = mention.span.start <= _ARTICLE and not mention.term.is_name
    return is_subject and language.pattern("impersonal").match(pair.target) is not None


def _is_named_before(mention: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether one of the sentences right before names a common noun, too, and its translation has a term for it:
    what is said of it then needs no name. Credentials are signed. If a copy of the credentials arrives, …; si une copie
    parvient, …"""
    if mention.term.is_name or not draft.is_document:
        return False
    concept = mention.concept.id
    return any(
        any(one.concept.id == concept for one in other.source_terms)
        and any(one.concept.id == concept and one.term.status.accepted for one in other.target_terms)
        for other in draft.before(pair, _SENTENCES_BEFORE)
    )


def _is_kept(mention: Occurrence, known: LanguagePair) -> bool:
    """Tells whether a translation keeps the term of a concept: right agendas never or hardly ever lacked one, and often
    had one where it is a single word or is often put otherwise."""
    if mention.concept.domain == STATES or mention.term.text.lower() in _states(known.folder):
        return False
    seen, without = _kept(known.folder).get(mention.concept.id, (0, 0))
    is_open = " " not in mention.term.text or mention.concept.id in _free(known.folder)
    return _SELDOM * without <= seen and (seen >= OFTEN or not is_open)


def _is_part_of_a_name(mention: Occurrence, pair: Pair) -> bool:
    """Tells whether capitals show that a term is part of a longer name, or its words are none of it here; the rest of
    a name that begins within it is none of that."""
    source = pair.source or ""
    written, term = mention.span.of(source), mention.term.text
    inside = range(mention.span.start, mention.span.end)
    end = max((one.span.end for one in pair.source_terms if one.term.is_name and one.span.start in inside), default=0)
    before, after = source[: mention.span.start], source[max(end, mention.span.end) :]
    language = language_of(mention.term.language)
    if not term[0].isupper():
        words = zip(written.split(), term.split(), strict=True)
        if not any(here[0].isupper() and official[0].islower() for here, official in [*words][1:]):
            return False
        # All in capitals with none next to them: the Rules of Procedure.
        return not (
            all(word[0].isupper() or word in language.function_words for word in written.split())
            and " of " in written
            and language.pattern("name-after").match(after) is None
            and language.pattern("name-before").search(before) is None
        )
    is_short = len(content(term, language.tag)) <= _SHORT
    return (
        any(here.islower() and official.isupper() for here, official in zip(written, term, strict=False))
        or language.pattern("name-after").match(after) is not None
        or (is_short and language.pattern("name-before").search(before) is not None)
    )


def _goes_with_a_noun(mention: Occurrence, source: str) -> bool:
    """Tells whether a term that is no name is part of a longer one, for which there may be an adjective (a geographical
    names authority, une autorité toponymique), or its last noun goes on (prevention of crime against property)."""
    language = language_of(mention.term.language)
    after = (language.pattern(name).match(source, mention.span.end) for name in ("compound-head", "goes-on"))
    return not mention.term.is_name and any(after)


def _is_parted_by_an_adverb(mention: Occurrence, source: str) -> bool:
    """Tells whether an adverb goes with the participle that a term begins with, so that the words are no term: the
    intergovernmentally agreed conclusions."""
    language = language_of(mention.term.language)
    return not mention.term.is_name and ends_before(language.pattern("adverb-before"), source, mention.span.start)


def _is_one_of_a_plural(mention: Occurrence, source: str, target_language: str) -> bool:
    """Tells whether the source has the singular of a single word whose concept has terms in the plural alone, so that
    it may mean another thing: a digital credential, for credentials, pouvoirs."""
    written, official = mention.span.of(source), mention.term.text
    if mention.term.is_name or " " in official or f"{written}s".lower() != official.lower():
        return False
    terms = mention.concept.in_language(mention.term.language)
    numbers = {term.number for term in mention.concept.accepted_in(target_language)}
    return written.lower() not in {term.text.lower() for term in terms} and numbers == {"pl"}


def _shares_its_head(mention: Occurrence, words: TermWords, pair: Pair, draft: Draft) -> bool:
    """Tells whether the last word of a term that is no name is that of another one as well, of which the source has
    only the first word before and, and the translation has it once, for both, with and behind it: commodity and trade
    policy, politiques relatives aux produits et au commerce."""
    source, language = pair.source or "", language_of(mention.term.language)
    if mention.term.is_name or " " not in mention.span.of(source):
        return False
    joint = re.compile(rf"(?:^|[\s(])[^\W\d]+\s(?:{language.small_words.coordinating})\s$", re.IGNORECASE)
    if joint.search(source[: mention.span.start]) is None:
        return False
    joints = re.compile(rf"\b(?:{language_of(draft.target_language).small_words.coordinating})\b", re.IGNORECASE)
    heads = {
        stems[0]
        for term in mention.concept.accepted_in(draft.target_language)
        if (stems := stems_of(term.text, draft.target_language))
    }
    return any(
        joints.search(pair.target, place.end) is not None for head in sorted(heads) for place in words.places_of(head)
    )


def has_other_small_words(mention: Occurrence, source: str) -> bool:
    """Tells whether the source has another small word between those of a term, so that a verb is there instead of its
    noun: the report reviews the implementation, for review of implementation."""
    language = language_of(mention.term.language)
    here, official = mention.span.of(source).split(), mention.term.text.split()
    if len(here) != len(official):
        return False
    small = ([language.fold(word) for word in both] for both in zip(here, official, strict=True))
    return any(one != other and {one, other} <= language.function_words for one, other in small)


@cache
def _states(folder: Path) -> frozenset[str]:
    """Returns the English names of States, folded."""
    return frozenset(row[1].lower() for row in tables.rows(folder / _STATES))


@cache
def _kept(folder: Path) -> Mapping[str, tuple[int, int]]:
    """Returns how often right agendas named each concept, and how often they had no term for it; those that they named
    less than `OFTEN` and never lacked a term for are left out."""
    return {concept: (int(seen), int(without)) for concept, seen, without in tables.rows(folder / KEPT)}


@cache
def _free(folder: Path) -> frozenset[str]:
    """Returns the concepts that good translators often put otherwise than by a term."""
    return frozenset(concept for (concept,) in tables.rows(folder / _FREE))

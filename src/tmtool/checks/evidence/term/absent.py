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
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from pathlib import Path

from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.same import Same
from tmtool.checks.evidence.term.domains import STATES
from tmtool.languages import language_of, tables
from tmtool.languages.language import Language
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.languages.stems import WHOLE_STEM, Word, content
from tmtool.model import Occurrence, Span
from tmtool.model.span_index import Spanned

KEPT, _FREE = "kept_terms.tsv", "free_terms.tsv"
_STATES = "countries.tsv"
_WIDER, _MORE = 2, 6
"""The words of a term are looked for among so many times as many words, and so many more: a year, a number and an
adjective may stand between them."""
_SHORT = 2
"""Words of content that are enough of a name which the document has in full elsewhere."""
_WITHOUT_ONE = 4
"""Words of content of a notion that a translation has where it leaves out one."""
OFTEN = 15
"""Times from which a word, and a term that is often put otherwise, is held to what right agendas always have for it."""
_SELDOM = 150
"""Of so many times a term may have been missing once."""
_PLACE = 2
"""Words of a term that show where it should be."""
_ROOT, _LONG_ROOT = 4, 6
"""Letters that a noun and the verb of what it says have in common, and those where the noun is all of a term."""
_HEAD = r"(?P<article>[^\W\d_]+)[’' ]{head}(?:[ \u00a0](?P<next>\w+[’']?)|\W|$)"
"""The first word of a name after an article, with the word after it."""
_NUMBER, _YEAR = re.compile(r"\d+"), re.compile(r"(?:19|20)\d\d")
_ARTICLE = 4
"""Characters before a term that begins a sentence: an article."""
_BEFORE = 60
"""Characters before a term in which what it belongs to may be."""
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
    words: _Words | None = None
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
            words = _Words(pair.target, draft.target_language)
        if _shares_its_head(mention, words, pair, draft):
            continue
        if not _is_said(mention, words, pair, draft):
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
    return not mention.term.is_name and _stands(language.pattern("adverb-before"), source, mention.span.start)


def _is_one_of_a_plural(mention: Occurrence, source: str, target_language: str) -> bool:
    """Tells whether the source has the singular of a single word whose concept has terms in the plural alone, so that
    it may mean another thing: a digital credential, for credentials, pouvoirs."""
    written, official = mention.span.of(source), mention.term.text
    if mention.term.is_name or " " in official or f"{written}s".lower() != official.lower():
        return False
    terms = mention.concept.in_language(mention.term.language)
    numbers = {term.number for term in mention.concept.accepted_in(target_language)}
    return written.lower() not in {term.text.lower() for term in terms} and numbers == {"pl"}


def _shares_its_head(mention: Occurrence, words: _Words, pair: Pair, draft: Draft) -> bool:
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
        if (stems := _stems(term.text, draft.target_language))
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


def _stands(before: re.Pattern[str], text: str, place: int) -> bool:
    return before.search(text, max(0, place - _BEFORE), place) is not None


def _is_said(mention: Occurrence, words: _Words, pair: Pair, draft: Draft) -> bool:
    """Tells whether a translation has all words of a term, with others between them, or the name as the source has it,
    or that of a concept whose words in the source are the same but for small ones, or a name in short that the document
    has in full, or the number of one that has a number, or that of a bureau by its head, or does by a verb what a noun
    of the term does."""
    if mention.span.of(pair.source or "").lower() in pair.target.lower() or _has_its_number(mention, pair):
        return True
    language = mention.term.language
    alike = _by_stems(Same(pair.target_terms), language).get(_stems(mention.term.text, language), frozenset())
    if not alike <= {mention.concept.id}:
        return True
    is_full = mention.concept.id in _named(Same(draft.pairs))
    if is_full and mention.term.is_name and _is_told_by_its_head(mention, pair, draft):
        return True
    is_of_a_head = _stands(language_of(language).pattern("holder-of"), pair.source or "", mention.span.start)
    for term in mention.concept.accepted_in(draft.target_language):
        stems = _stems(term.text, draft.target_language)
        if len(stems) >= _SHORT and is_of_a_head:
            stems = stems[1:]
        elif stems and not mention.term.is_name and words.does(stems):
            return True
        if len(stems) >= _SHORT and not _is_long_name(mention, stems) and words.has_together(stems):
            return True
        longest = words.longest(stems)
        found = len(longest)
        if found == len(stems):
            return True
        one_is_lost = _WITHOUT_ONE <= found == len(stems) - 1
        if one_is_lost and (mention.term.is_name or longest[-1].stem == stems[-1]):
            continue  # as nobody does who says a name, or a notion, in short
        if is_full and found >= _SHORT and len(words.longest(stems[:_SHORT])) == _SHORT:
            return True
    return False


def _is_long_name(mention: Occurrence, stems: Sequence[str]) -> bool:
    """Tells whether a term is a name of so many words that their order is part of it."""
    return mention.term.is_name and len(stems) > _SHORT


def _has_its_number(mention: Occurrence, pair: Pair) -> bool:
    """Tells whether a name is told by a number that is no year, and the translation has it: Convention No. 87, la
    convention nº 87."""
    number = next(
        (one for one in _NUMBER.finditer(mention.span.of(pair.source or "")) if not _YEAR.fullmatch(one[0])), None
    )
    return number is not None and re.search(rf"(?<![\d.,]){number[0]}(?![\d]|[.,]\d)", pair.target) is not None


def _is_told_by_its_head(mention: Occurrence, pair: Pair, draft: Draft) -> bool:
    """Tells whether a translation has the first word of a name with its capital after a definite article, and nothing
    of another name after it: the United Nations, l’Organisation."""
    language = draft.target
    if language is None:
        return False
    articles = language.word_set("definite") | language.word_set("definite-plural")
    heads = {term.text.split()[0] for term in mention.concept.accepted_in(draft.target_language) if " " in term.text}
    for head in sorted(heads):
        if not head[0].isupper():
            continue
        for found in re.finditer(_HEAD.format(head=re.escape(head)), pair.target):
            article, following = found["article"].lower(), found["next"] or ""
            if articles.isdisjoint((article, article + "'")):
                continue
            if not following or not (following[0].isupper() or _goes_on_with(following, language)):
                return True
    return False


def _goes_on_with(word: str, language: Language) -> bool:
    """Tells whether a word after the first one of a name is an adjective or begins what belongs to it: Organisation
    mondiale, Organisation des marins."""
    known = {reading.category for reading in language.lexicon(word.lower())}
    return word.lower().replace("’", "'") in language.small_words.joints or ("A" in known and "V" not in known)


def place_of(mention: Occurrence, pair: Pair, draft: Draft) -> Span | None:
    """Returns where a translation has most words of a term; None where it has fewer than two."""
    words = _Words(pair.target, draft.target_language)
    best: Sequence[Word] = ()
    for term in mention.concept.accepted_in(draft.target_language):
        found = words.longest(_stems(term.text, draft.target_language))
        best = max(best, found, key=len)
    return Span(best[0].span.start, best[-1].span.end) if len(best) >= _PLACE else None


class _Words:
    """`_Words` are the words of content of a translation, found by their stems."""

    def __init__(self, text: str, language: str) -> None:
        self._words = _content(text, language)
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self._words):
            self._places[word.stem].append(place)

    def places_of(self, stem: str) -> list[Span]:
        """Returns where the words with a stem are."""
        return [self._words[place].span for place in self._places.get(stem, ())]

    def longest(self, stems: Sequence[str]) -> list[Word]:
        """Returns the words that have the most stems of a term in their order, near each other."""
        best: list[Word] = []
        for start in sorted(place for stem in set(stems) for place in self._places.get(stem, ())):
            if self._words[start].stem not in stems[: len(stems) - len(best)]:
                continue
            found, at = [], start
            end = min(len(self._words), start + _WIDER * len(stems) + _MORE)
            for stem in stems:
                place = next((here for here in range(at, end) if self._words[here].stem == stem), None)
                if place is not None:
                    found.append(self._words[place])
                    at = place + 1
            best = max(best, found, key=len)
        return best

    def has_together(self, stems: Sequence[str]) -> bool:
        """Tells whether the words have all stems of a term near each other, in whatever order."""
        places = [self._places.get(stem, ()) for stem in stems]
        width = _WIDER * len(stems) + _MORE
        return all(places) and any(
            all(any(abs(place - start) < width for place in other) for other in places) for start in places[0]
        )

    def does(self, stems: Sequence[str]) -> bool:
        """Tells whether the translation has a verb for the noun that a term begins with, and near it the others:
        entrer en vigueur for entrée en vigueur, présidera for Président, l’ordre du jour adopté."""
        letters = _ROOT if len(stems) >= _SHORT else _LONG_ROOT
        root = stems[0][:letters]
        heads = {word.stem for word in self._words if word.stem.startswith(root)} if len(root) == letters else ()
        return any(self.has_together((head, *stems[1:])) for head in heads)


@lru_cache(maxsize=4096)
def _stems(text: str, language: str) -> tuple[str, ...]:
    return tuple(word.stem for word in _content(text, language))


def _content(text: str, language: str) -> Sequence[Word]:
    """Returns the words of content of a text, those for one office cut to the same stem."""
    offices = _offices(language)
    return [
        Word(word.span, offices[word.stem]) if word.stem in offices else word
        for word in content(text, language, WHOLE_STEM)
    ]


@cache
def _offices(language: str) -> Mapping[str, str]:
    """Returns the stems of words for an office, each with the stem that stands for all of them."""
    found: dict[str, str] = {}
    for (row,) in language_of(language).rows("office_words.tsv"):
        stems = [word.stem for word in content(row, language, WHOLE_STEM)]
        found.update(dict.fromkeys(stems, stems[0]))
    return found


@lru_cache(maxsize=2)  # asked at each mention
def _by_stems(terms: Same[Occurrence], language: str) -> Mapping[tuple[str, ...], Set[str]]:
    """Returns the concepts of some terms by the stems of their terms in a language."""
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for concept in {one.concept.id: one.concept for one in terms}.values():
        for term in concept.in_language(language):
            found[_stems(term.text, language)].add(concept.id)
    return found


@lru_cache(maxsize=2)  # asked at each mention
def _named(pairs: Same[Pair]) -> frozenset[str]:
    """Returns the concepts for which the translations of a document have a term."""
    return frozenset(one.concept.id for pair in pairs for one in pair.target_terms)


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

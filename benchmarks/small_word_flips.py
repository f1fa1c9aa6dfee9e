"""Which small words of a right French text can be put otherwise so that it is wrong?

Prepositions that verbs, participles, nouns and adjectives govern are exchanged, dropped or put in, before numbers too,
relative pronouns exchanged, or governed otherwise, articles put in the other number, contracted otherwise, dropped or
put in, and se is dropped or put in. What a word governs is in ``data/small_word_flips.tsv``, counted in the right
agendas of ``data/agendas`` by

    python benchmarks/small_word_flips.py > benchmarks/data/small_word_flips.tsv
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from agendas import DATA, PARTS
from tmtool.languages import tables
from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_groups import is_numeral
from tmtool.languages.fr.grammar.words.reading import PLURAL, SINGULAR, THIRD, Word, reading
from tmtool.model import Span

TABLE = Path(__file__).with_name("data") / "small_word_flips.tsv"
_HEAD = """\
# What governing words have after them in the right agendas of data/agendas, counted by small_word_flips.py: three in
# four have the same, and never something else. Columns: kind, lemma, what they have (“-” an article alone, “er” an
# infinitive), what none of them has. “se” as a kind: a verb that most often has se, or never.
"""
_PARTED = {"au": ("à", "le"), "aux": ("à", "les"), "du": ("de", "le"), "des": ("de", "les"), "d'": ("de", "")}
_JOINED = {("à", "le"): "au", ("à", "les"): "aux", ("de", "le"): "du", ("de", "les"): "des"}
_PREPOSITIONS = frozenset({"à", "de", "dans", "sur", "par", "pour", "avec", "contre", "en", "entre", "vers", "auprès"})
_ARTICLES = frozenset({"le", "la", "l'", "les"})
_OBJECTS = _ARTICLES | {"un", "une", "ce", "cet", "cette", "ces", "leur", "leurs", "son", "sa", "ses"}
_WRONG = {
    "à": ("de", "dans", "sur", "pour", "avec", "-"),
    "de": ("à", "sur", "par", "pour", "-"),
    "dans": ("à", "de", "sur", "-"),
    "sur": ("à", "de", "dans", "pour", "-"),
    "par": ("de", "à", "avec", "-"),
    "pour": ("à", "de", "-"),
    "avec": ("à", "de", "-"),
    "contre": ("à", "de", "sur", "-"),
    "-": ("à", "de", "sur", "dans", "avec"),
    "à er": ("de er", "er", "pour er"),
    "de er": ("à er", "er", "pour er"),
    "er": ("à er", "de er"),
}
_TIMES, _SHARE = 12, 0.75
"""How often a word has been seen with what it may govern, and how many of these times with the same."""
_SE = frozenset({"se", "s'"})
_CLITICS = frozenset({"ne", "n'", "se", "s'", "y", "en", "le", "la", "les", "l'", "lui", "leur"})
_VOWELS = "aeiouyhâàéèêëîïôœù"
_NUMBERS = {
    "le": ("les",), "la": ("les",), "l'": ("les",), "les": ("le", "la"), "ce": ("ces",), "cet": ("ces",),
    "cette": ("ces",), "ces": ("ce", "cette"), "leur": ("leurs",), "leurs": ("leur",), "son": ("ses",), "sa": ("ses",),
    "ses": ("son", "sa"), "tout": ("tous",), "toute": ("toutes",), "tous": ("tout",), "toutes": ("toute",),
    "quel": ("quels",), "quelle": ("quelles",), "quels": ("quel",), "quelles": ("quelle",), "un": ("des",),
    "une": ("des",), "au": ("aux",), "aux": ("au",), "du": ("des",), "des": ("du",),
}  # fmt: skip
_UNCONTRACTED = {"au": "à le", "aux": "à les", "du": "de le", "des": "de les"}
_WHICH = {
    "auquel": ("lequel", "duquel"), "auxquels": ("lesquels", "desquels", "auquel"), "duquel": ("lequel", "auquel"),
    "auxquelles": ("lesquelles", "desquelles"), "desquels": ("lesquels", "auxquels"),
    "desquelles": ("lesquelles", "auxquelles"), "laquelle": ("lequel", "lesquelles"),
    "lequel": ("laquelle", "lesquels"), "lesquels": ("lequel", "lesquelles"), "lesquelles": ("laquelle", "lesquels"),
}  # fmt: skip
_OTHERWISE = {
    "auquel": ("duquel", "dont"), "auxquels": ("desquels", "dont"), "auxquelles": ("desquelles", "dont"),
    "dont": ("auquel", "auxquelles"),
}  # fmt: skip
_FIGURE = re.compile(r"[ \u00a0\u202f]\d+(?:[ \u00a0\u202f]\d{3})*[ \u00a0\u202f]")


def small_words(text: str) -> Iterator[tuple[str, Span, str]]:
    """Yields the kind of each flip of a small word, its place, and what is put there."""
    words = reading(text)
    for place in range(len(words) - 2):
        yield from _government(words, place)
        yield from _relative(words, place)
        yield from _governed_relative(words, place)
        yield from _before_number(words, place)
        yield from _articles(words, place)
        yield from _reflexive(words, place)


def _government(words: tuple[Word, ...], place: int) -> Iterator[tuple[str, Span, str]]:
    kind, lemma = _governor(words, place)
    if (kind, lemma) not in _governed():
        return
    right, article, end = _opener(words, place + 1)
    known, wrong = _governed()[kind, lemma]
    for other in wrong if right == known else ():
        plain = other.removesuffix("er").removesuffix("-").strip()
        how = "lost" if not plain else "put in" if right in ("-", "er") else "exchanged"
        span = Span(words[place + 1].span.start, words[end].span.start)
        yield f"{kind.removeprefix('se ')} {how}", span, _put(plain, article, words[end].text)


@cache
def _governed() -> Mapping[tuple[str, str], tuple[str, tuple[str, ...]]]:
    """Maps what governs to what it has after it, and to what it never has."""
    found = tables.rows(TABLE)
    return {(kind, lemma): (right, tuple(wrong.split("|"))) for kind, lemma, right, wrong in found}


def _put(preposition: str, article: str, following: str) -> str:
    """Returns a preposition and an article as they are written before a word."""
    if not preposition or not article:
        alone = preposition or article
        if alone in ("de", "le", "la") and following[0].lower() in _VOWELS[:-1] and following[0].lower() != "h":
            return alone[0] + "’"
        return alone + ("" if alone.endswith("'") else " ") * bool(alone)
    if (preposition, article) in _JOINED:
        return _JOINED[preposition, article] + " "
    elided = article == "l'"
    return f"{preposition} {article}".replace("'", "’") + ("" if elided else " ")


def _counted() -> Iterator[tuple[str, str, str, str]]:
    """Yields the rows of the table, counted in right agendas."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for file in sorted(file for part in PARTS for file in (DATA / part).glob("*/fr.txt")):
        for line in file.read_text(encoding="utf-8").split("\n"):
            words = reading(line)
            for place in range(len(words) - 2):
                kind, lemma = _governor(words, place)
                if kind:
                    found[kind, lemma][_opener(words, place + 1)[0]] += 1
                if kind in ("verb", "se verb"):
                    found["se", lemma][kind] += 1
    for (kind, lemma), seen in sorted(found.items()):
        del seen["?"]
        [(right, many)] = seen.most_common(1) or [("", 0)]
        wrong = "|".join(one for one in _WRONG.get(right, ("se verb", "verb")) if not seen[one])
        if seen.total() >= _TIMES and many >= _SHARE * seen.total() and wrong:
            yield kind, lemma, right, wrong


def _opener(words: tuple[Word, ...], at: int) -> tuple[str, str, int]:
    """Returns the preposition after a word, or nothing before an article alone, its article, and the place after them;
    “?” for anything else."""
    word = words[at]
    preposition, article = _PARTED.get(word.lower, (word.lower, ""))
    end = at + 1
    if not word.joined or word.is_name or end >= len(words) or not words[end].joined:
        return "?", "", at
    if word.is_infinitive and word.categories == {"V"}:
        return "er", "", at
    if preposition in _PREPOSITIONS:
        if words[end].is_infinitive and words[end].categories == {"V"}:
            return f"{preposition} er", "", end
        if word.lower not in _PARTED and words[end].lower in ("le", "la", "l'", "les") and end + 1 < len(words):
            article, end = words[end].lower, end + 1
        return preposition, article, end
    if word.lower in _OBJECTS:
        return ("-", word.lower, end) if word.lower in _ARTICLES else ("-", "", at)
    return "?", "", at


def _governor(words: tuple[Word, ...], place: int) -> tuple[str, str]:
    """Returns as what a word may govern, and its lemma."""
    word, before = words[place], words[place - 1] if place else None
    if word.is_name and (place or before is None):
        return "", ""
    lemmas = {entry.lemma for entry in word.entries}
    if len(lemmas) != 1 or before is None or not word.joined:
        return "", ""
    [lemma] = lemmas
    if word.categories == {"V"} or (word.is_participle and word.categories <= {"A", "V", "N"}):
        if lemma in ("être", "avoir", "faire", "pouvoir", "devoir"):
            return "", ""
        if word.is_participle:
            helped = any(entry.lemma == "avoir" for entry in before.entries)
            if place > 1 and words[place - 2].lower in _SE:
                return "se verb", lemma
            return ("verb" if helped else "participle"), lemma
        return ("se verb" if before.lower in _SE else "verb"), lemma
    if word.categories == {"N"} and is_determiner(before):
        return "noun", lemma
    return ("adjective", lemma) if word.categories == {"A"} else ("", "")


def _is_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a finite verb comes here, small words before it."""
    while place < len(words) - 1 and words[place].lower in _CLITICS and words[place].joined:
        place += 1
    return bool(words[place].persons & THIRD) and words[place].categories <= {"V"} and words[place].joined


def _relative(words: tuple[Word, ...], place: int) -> Iterator[tuple[str, Span, str]]:
    word, before = words[place], words[place - 1] if place else None
    following = words[place + 1]
    if before is None or not word.joined or not following.joined:
        return
    span = Span(word.span.start, following.span.start)
    noun = "N" in before.categories <= {"N", "A"} or before.categories == {"A"}
    que = "qu’" if following.lower[0] in _VOWELS.replace("h", "").replace("y", "") else "que "
    if word.lower == "qui" and noun and _is_verb(words, place + 1):
        yield "qui", span, que
        yield "qui", span, "dont "
        yield "qui", span, "où "
    elif word.lower in ("que", "qu'") and before.categories == {"N"} and following.lower != "le":
        yield "que", span, "qui "
        yield "que", span, "dont "
    elif word.lower == "dont" and noun and (is_determiner(following) or "PRO" in following.categories):
        yield "dont", span, que
        yield "dont", span, "qui "
        yield "dont", span, "où "
    elif word.lower == "où" and noun:
        yield "où", span, que
        yield "où", span, "dont "
    elif word.lower in _WHICH:
        for new in _WHICH[word.lower]:
            yield "lequel", word.span, new
        if before.lower in ("à", "dans", "sur", "pour", "par"):
            yield "lequel", Span(before.span.start, word.span.end), word.text


def _governed_relative(words: tuple[Word, ...], place: int) -> Iterator[tuple[str, Span, str]]:
    """Yields a relative pronoun with another preposition."""
    word, before = words[place], words[place - 1] if place else None
    if before is None or not words[place + 1].joined:
        return
    if word.lower in _OTHERWISE:
        for new in _OTHERWISE[word.lower]:
            yield "governed relative", word.span, new
    elif word.joined and word.lower in _WHICH and before.lower in ("sur", "à", "avec", "de") and before.joined:
        start = Span(before.span.start, word.span.end)
        if not (before.lower == "de" and "N" in words[place - 2].categories):
            yield "governed relative", start, "dont"


def _before_number(words: tuple[Word, ...], place: int) -> Iterator[tuple[str, Span, str]]:
    """Yields what governs à or de before a number or plusieurs, without it."""
    preposition, number = words[place + 1 : place + 3]
    kind, lemma = _governor(words, place)
    if preposition.lower not in ("à", "de", "d'") or not number.joined or not preposition.joined or not kind:
        return
    counted = is_numeral(number) or number.lower in ("plusieurs", "certains", "certaines", "chaque", "chacun")
    figure = _FIGURE.fullmatch(number.before)
    right = _governed().get((kind, lemma), ("",))[0]
    if right == preposition.lower.replace("'", "e") and (counted or figure):
        start = words[place].span.end
        yield "lost before a number", Span(start, number.span.start), number.before if figure else " "


def _articles(words: tuple[Word, ...], place: int) -> Iterator[tuple[str, Span, str]]:
    word, following = words[place], words[place + 1]
    if not following.joined or (place and word.is_name):
        return
    number = following.agreement()
    sure = number and (number <= SINGULAR or number <= PLURAL) and following.categories <= {"N", "A", "V"}
    span = Span(word.span.start, following.span.start)
    space = "" if word.lower.endswith("'") else " "
    if sure and not following.persons & THIRD and not following.is_infinitive:
        noun = next((one for one in words[place + 1 :] if "N" in one.categories), following)
        for new in _NUMBERS.get(word.lower, ()):
            feminine = noun.agreement() <= {"fs", "fp"}
            if word.lower in ("les", "ces", "ses") and feminine != (new[-1] in "ae"):
                continue
            yield "article number", span, new + " "
        if word.lower in ("le", "la", "les", "du", "aux", "au", "l'") and place and word.joined:
            new = _PARTED[word.lower][0] + " " if word.lower in _PARTED else ""
            if word.lower == "des" or (new == "de " and following.lower[0] in _VOWELS):
                return
            yield "article lost", span, new
        if word.lower == "de" and number <= SINGULAR and following.categories == {"N"} and place and word.joined:
            yield "article put in", span, "des "
            if number <= {"fs"}:
                yield "article put in", span, "du "
    if word.lower in _UNCONTRACTED and word.joined and place:
        yield "contraction", span, _UNCONTRACTED[word.lower] + " "
    if space and word.lower in ("de", "à") and following.lower in ("la", "l'") and word.joined and place:
        joined = {"de": "du", "à": "au"}[word.lower] + (" " if following.lower == "l'" else "")
        yield "contraction", Span(word.span.start, following.span.end), joined


def _reflexive(words: tuple[Word, ...], place: int) -> Iterator[tuple[str, Span, str]]:
    word, following = words[place], words[place + 1]
    if not following.joined:
        return
    if word.lower in _SE:
        verb = words[place + 2] if any(entry.lemma == "être" for entry in following.entries) else following
        if verb.lower in ("y", "en") or "V" not in verb.categories:
            return
        lemma = next(entry.lemma for entry in verb.entries if entry.category == "V")
        if _governed().get(("se", lemma), ("",))[0] == "se verb":
            yield "se lost", Span(word.span.start, following.span.start), ""
        return
    kind, lemma = _governor(words, place)
    before = words[place - 1] if place else None
    if kind != "verb" or not word.persons & THIRD or before is None or before.lower in _CLITICS - {"ne"}:
        return
    if word.is_participle or _governed().get(("se", lemma), ("",))[0] != "verb":
        return
    new = "s’" if word.lower[0] in _VOWELS.replace("h", "") else "se "
    yield "se put in", Span(word.span.start, word.span.start), new


if __name__ == "__main__":
    print(_HEAD + "\n".join("\t".join(row) for row in _counted()))

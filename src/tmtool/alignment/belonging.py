"""Tells of single pairs of texts whether they have so few words in common that they are no translations of each other.

Which words translate each other, the table of links of the pair says. Where it has none, pairs of texts that are for
the most part right teach it, and only words that something is known of count.

By the table, of 120 English and French texts that had been exchanged with the next ones (United Nations, laws,
Europarl, TICO-19), 90 in 100 are strangers; of 15,000 others one in 1,000 wrongly. Learnt, of 4,000 pairs of United
Nations documents of which 220 had been exchanged, 79 to 94 in 100 of these, and of the others one in 3,000 (English
with Spanish and Russian) to one in 300 (with Chinese, French with Arabic); as many where one half of the pairs taught
and the other was asked.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from tmtool.alignment.priors import dictionary
from tmtool.alignment.tokens import TokenKind, kind_of, tokens
from tmtool.alignment.training import Example, learn_lexicon
from tmtool.languages import language_of, pairs
from tmtool.languages.pairs.word_links import WordLinks
from tmtool.languages.stems import stems
from tmtool.languages.tags import primary

_FEWEST, _MOST_ANSWERED = 15, 0.2
"""By what was learnt: words of both sides together of which something must be known, and the share of them that has a
counterpart at most where texts do not belong together."""
_BY_LINKS = ((15, 0.3), (8, 0.1))
"""The same by the table of links: of fewer words fewer may have a counterpart."""
_MOST_BY_LINKS = max(most for _, most in _BY_LINKS)
_LEAST_LIKELY = 0.05
"""A word that translates another less often than that says nothing of it."""
_ALIKE = 5
"""Words that begin with so many like letters are taken for one."""

_FIGURES = re.compile(r"\d+")

_Links = Mapping[str, Collection[str]]


class Belonging:
    """`Belonging` knows which words of two languages translate each other."""

    def __init__(self, examples: Iterable[Example], source_language: str, target_language: str) -> None:
        """Takes the tables of the two languages; without a table of links, it learns from pairs of texts."""
        self._languages = one, other = primary(source_language), primary(target_language)
        pair = pairs.get(one, other)
        self._links = pair.links if pair else None
        self._there: defaultdict[str, set[str]] = defaultdict(set)
        self._back: defaultdict[str, set[str]] = defaultdict(set)
        if self._links is not None:
            return
        learnt = learn_lexicon(examples, source_language=one, target_language=other, least=_LEAST_LIKELY)
        for table in (learnt, dictionary(one, other)):
            for word, translations in table.items():
                self._there[word].update(translations)
                for translation in translations:
                    self._back[translation].add(word)

    def are_strangers(self, source: str, target: str) -> bool:
        """Tells whether hardly a word of two texts has a counterpart in the other, where there are enough to tell."""
        if self._links is not None:
            return self._are_by(self._links, source, target)
        words, others = _words(source, self._languages[0]), _words(target, self._languages[1])
        known, answered = _counted(words, others, self._there)
        more_known, more_answered = _counted(others, words, self._back)
        known += more_known
        return known >= _FEWEST and answered + more_answered <= _MOST_ANSWERED * known

    def _are_by(self, links: WordLinks, source: str, target: str) -> bool:
        one, other = self._languages
        words, others = stems(source, one), stems(target, other)
        alone = links.stems_alone(words, others, one)
        if alone.count(False) > _MOST_BY_LINKS * (len(words) + len(others)):
            return False  # Whatever the other side and the figures say.
        alone += links.stems_alone(others, words, other)
        same_figures = 2 * (Counter(_FIGURES.findall(source)) & Counter(_FIGURES.findall(target))).total()
        known, answered = len(alone) + same_figures, alone.count(False) + same_figures
        return bool(words and others) and any(
            known >= fewest and answered <= most * known for fewest, most in _BY_LINKS
        )


def _words(text: str, language: str) -> list[str]:
    function_words = language_of(language).function_words
    return [word for word in tokens(text, language) if kind_of(word) != TokenKind.MARK and word not in function_words]


def _counted(words: Iterable[str], others: Iterable[str], links: _Links) -> tuple[int, int]:
    """Returns of how many words something is known, and how many of these have a counterpart."""
    there = frozenset(others)
    beginnings = frozenset(word[:_ALIKE] for word in there if len(word) >= _ALIKE)
    known = answered = 0
    for word in words:
        linked = links.get(word, ())
        has_one = word in there or word[:_ALIKE] in beginnings or not there.isdisjoint(linked)
        answered += has_one
        known += has_one or bool(linked)
    return known, answered

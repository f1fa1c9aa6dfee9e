"""Has ceux or celles after et the gender of what it stands for, where the build of the sentence shows that: les coûts
des ports et *celles* des gares, les lois lues avant 2020 et *ceux* qui l'ont été après?

From the grammar of the language: after a group that hangs on nothing, et ceux des takes up the noun with which that
group begins; and what has been done as well is a thing of that kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.nouns.antecedents import named_before
from tmtool.languages.fr.grammar.nouns.determiners import determiners
from tmtool.languages.fr.grammar.nouns.noun_chains import chain, is_auxiliary
from tmtool.languages.fr.grammar.subjects.clause_openings import opens
from tmtool.languages.fr.grammar.words.closed_words import JOINTS, NE, OF_FORMS
from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, POINTING, Word

_SO = frozenset({"l'", "le"})


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the pronouns that have another gender than what they stand for, each with the word before it."""
    for place in range(2, len(words) - 2):
        wanted = POINTING.get(words[place].lower)
        if wanted not in PLURAL or words[place - 1].lower not in JOINTS or not words[place].joined:
            continue
        following = words[place + 1]
        if not following.joined:
            continue
        if following.lower in OF_FORMS:
            if _differs_from_first(words, place, wanted):
                yield words[place], words[place - 1]
        elif following.lower == "qui" and _is_said_again(words, place + 2):
            named = named_before(words, place - 1)
            if named and named != ALL and wanted not in named:
                yield words[place], words[place - 1]


def _differs_from_first(words: tuple[Word, ...], place: int, wanted: str) -> bool:
    """Tells whether the group right before et opens its clause and begins with a plural of the other gender, on which
    the rest hangs by de: les coûts des ports et celles des gares."""
    found = chain(words, place - 2)
    if len(found.heads) < 2 or found.several or not words[place - 1].joined or not opens(words, found.start):
        return False
    first, article = found.heads[-1], words[found.start].lower
    plural = article in determiners() and determiners()[article].agreement <= PLURAL
    return plural and first.possible <= PLURAL and len(first.possible) == 1 and wanted not in first.possible


def _is_said_again(words: tuple[Word, ...], at: int) -> bool:
    """Tells whether le or l' and avoir or être come here, which say again what was said: qui l'ont été, qui ne le sont
    pas."""
    at += at < len(words) and words[at].lower in NE
    return at + 1 < len(words) and words[at].lower in _SO and is_auxiliary(words[at + 1]) and words[at + 1].joined

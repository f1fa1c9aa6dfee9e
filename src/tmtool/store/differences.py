"""What follows from texts alone of what is to change where they come in the place of others? No database is asked, so
that another process can tell (`tmtool.store.beside`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from tmtool.store.encoded_texts import Lengths, Splice, splice_of
from tmtool.store.keys import key_of, skeleton_keys_of_both
from tmtool.text.rewording import rewording
from tmtool.text.word_index import has_own_words

Text: TypeAlias = "tuple[str, str]"
"""The language (primary subtag) of a text, and the text as it is stored."""


class Difference(NamedTuple):
    """A `Difference` tells how a text differs from one before it: which tokens are others, the digests of the skeletons
    of both, and whether one of them is not in the full text as it is."""

    splice: Splice
    skeletons: tuple[int | None, int | None]
    has_own_words: bool


class Differences(NamedTuple):
    """`Differences` are the digests of texts, and how each differs from another of its language; None where it does
    not, or that is of another language."""

    keys: list[int]
    each: list[Difference | None]


def differences(texts: tuple[Sequence[Text], Sequence[Text]]) -> Differences:
    """Returns how the first ones differ from the others."""
    wanted, had = texts
    keys = [key_of(text) for _, text in wanted]
    found: list[Difference | None] = [None] * len(wanted)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, ((language, text), before) in enumerate(zip(wanted, had, strict=True)):
        if language == before[0] and text != before[1]:
            places[language].append(place)
    length = Lengths().of
    for language, some in places.items():
        rewordings = [rewording(had[place][1], wanted[place][1]) for place in some]
        of_both = skeleton_keys_of_both(rewordings, language)
        for place, change, skeletons in zip(some, rewordings, of_both, strict=True):
            own_words = has_own_words(had[place][1], language) or has_own_words(wanted[place][1], language)
            found[place] = Difference(splice_of(change, length), skeletons, own_words)
    return Differences(keys, found)

"""Which words come and go where texts are corrected? The server has the others, which need not be sorted, sent and read
again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from tmtool.languages import language_of
from tmtool.languages.letters import FIRST_SINGLE
from tmtool.store.postgresql.words import NO_PLACES, SHORT, entries_of, written
from tmtool.text.rewording import Swap
from tmtool.text.word_index import has_own_words


class WordChanges(dict[tuple[str, str], tuple[tuple[str, ...], bytes]]):
    """`WordChanges` are, by what has become what, the words that go, if they are nowhere else in the text, and those
    that come: in many texts it is the same."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Takes all texts, before and after."""
        super().__init__()
        # Looked at once for all of them: most have none.
        codes = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), "<u4")
        self._have_singles = bool(codes.max(initial=0) >= ord(FIRST_SINGLE))

    def __missing__(self, swapped: tuple[str, str]) -> tuple[tuple[str, ...], bytes]:
        before, after = (set(entries_of(part.split())) for part in swapped)
        self[swapped] = found = tuple(before - after), written(after - before)
        return found

    def of(self, kernel: Swap, text: str, cut: Sequence[str], language: str) -> tuple[str, bytes] | None:
        """Returns the word that a text has no longer, "" for none, and those that it has besides, as `words.vector`
        does, given the kernel of its correction, and the text after it, cut at white space too. None where more may
        have changed, or the text is not indexed as it is."""
        going, coming = self[kernel.before, kernel.after]
        if len(going) > 1 or len(text) + len(kernel.before) > SHORT or self._has_own_words(text, kernel, language):
            return None
        stays = not going or going[0] in entries_of(cut)
        return "" if stays else going[0].removesuffix(NO_PLACES), coming

    def _has_own_words(self, text: str, kernel: Swap, language: str) -> bool:
        if self._have_singles:
            return has_own_words(text, language) or has_own_words(kernel.before, language)
        return language_of(language).readings is not None

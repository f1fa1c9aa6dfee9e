"""By what number does a home know texts that match at 100 %, or but for values?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tmtool.languages import language_of
from tmtool.store.digest import digest_of
from tmtool.text.masks import skeleton_of, skeletons, skeletons_of_both
from tmtool.text.rewording import Rewording
from tmtool.text.tokens import normalise


def key_of(text: str) -> int:
    """Returns a signed 64-bit digest of the text after NFC and folding of white space, case kept: equal for all texts
    that match at 100 %."""
    return _number(normalise(text))


def skeleton_keys(texts: Sequence[str], language: str) -> list[int | None]:
    """Returns such a digest of each text's skeleton (see text/masks.py), None for a text that has none."""
    return [_number(bones) if bones else None for bones in skeletons(texts, language_of(language))]


def skeleton_key_of(language: str) -> Callable[[str, Sequence[str]], int | None]:
    """Returns the function that gives such a digest of a text, which is cut at white space too."""
    of = skeleton_of(language_of(language))
    return lambda text, cut: _number(bones) if (bones := of(text, cut)) else None


def skeleton_keys_of_both(rewordings: Iterable[Rewording], language: str) -> list[tuple[int | None, int | None]]:
    """Returns the digests of the skeletons of texts before and after a correction."""
    found = []
    for before, after in skeletons_of_both(rewordings, language_of(language)):
        old = _number(before) if before else None
        found.append((old, old if after == before else _number(after) if after else None))
    return found


def skeleton_key(text: str, language: str) -> int | None:
    """Returns the digest of the skeleton of one text, None if it has none."""
    return skeleton_and_key(text, language)[1]


def skeleton_and_key(text: str, language: str) -> tuple[str, int | None]:
    """Returns the skeleton of one text with its digest, None if it has none."""
    (bones,) = skeletons([text], language_of(language))
    return bones, _number(bones) if bones else None


def _number(text: str) -> int:
    return int.from_bytes(digest_of(text, 8), "big", signed=True)

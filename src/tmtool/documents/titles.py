"""Is a line the title of an agenda, or of another paper, by the words that its language has for one?"""

from __future__ import annotations

import re

from tmtool.documents.labels import has_end_mark, take_label
from tmtool.languages.language import Language


def is_title(text: str, language: Language, *cues: str, longest: int, before: re.Pattern[str]) -> bool:
    """Tells whether a line of so many letters at most, which does not end as a sentence does, opens with a phrase of
    one of the cues, behind its label or what may come before such a title."""
    if len(text) > longest or has_end_mark(text):
        return False
    texts = (take_label(text)[1], before.sub("", text, count=1))
    return any(language.cues.opens(one, cue) for one in texts for cue in cues)

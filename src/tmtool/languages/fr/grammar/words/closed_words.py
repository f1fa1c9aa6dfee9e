"""Which closed words of French do many modules of its grammar ask for: the forms of de (de, d’, du, des), the pronouns
right before a verb (ne, se, le, y), the forms of être?

They are in ``closed_words.tsv``. A list that only one module asks for is in the table of that module; such a list may
build on these.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
OF_FORMS, TO_FORMS = _WORDS["de"], _WORDS["à"]
CONTRACTED = _WORDS["contracted"]
ALL_FORMS = _WORDS["tout"]
NE, SE = _WORDS["ne"], _WORDS["se"]
NE_OR_SE = NE | SE
OBJECT_CLITICS = _WORDS["objects"]
OTHER_CLITICS = _WORDS["other clitics"]
SUBJECT_PRONOUNS = _WORDS["subjects"]
RELATIVES = _WORDS["relatives"]
BEING = _WORDS["being"]
AND_OR, JOINTS = _WORDS["and, or"], _WORDS["joints"]
PERSONAL = {"il": "ms", "elle": "fs", "ils": "mp", "elles": "fp"}
"""The personal pronouns of the third person, and the gender and number of each."""
SPEAKING = {"1s": "je", "2s": "tu", "1p": "nous", "2p": "vous"}
"""The pronouns of who speaks and of who is spoken to, by the person of the verb."""

"""After which words may a verb be in another mood than they want, since they may say something else?"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.tables import rows

_ROWS = {row[0]: row[1] for row in rows(Path(__file__).with_suffix(".tsv"))}
_CONDITIONAL = "conditional"
IN_CONDITIONAL = frozenset(words for words, what in _ROWS.items() if what == _CONDITIONAL)
"""What wants the subjunctive, or tells what might be, in the conditional."""
CUES_OF_FACTS = {words: what for words, what in _ROWS.items() if what != _CONDITIONAL}
"""What wants the subjunctive, with the pattern of a source by which it tells what is so, in the indicative."""

"""Is an office or a body that the source names one of another organization, which has names of its own?

The United Nations write Secretary-General; the Council of Europe, the OSCE and the OECD, which write Secretary General,
write Secrétaire Général and Secrétaire général adjoint in French, too.
"""

from __future__ import annotations

from tmtool.model import Occurrence


def is_of_another_house(mention: Occurrence, source: str) -> bool:
    """Tells whether a source has a space for the hyphen of a name: Secretary General."""
    term, written = mention.term.text, mention.span.of(source)
    return term[:1].isupper() and "-" in term and written.count("-") < term.count("-") and " " in written


def stands_for_several(mention: Occurrence, abbreviation: str, source: str) -> bool:
    """Tells whether a source has the abbreviation of a name in the plural, so that it stands for something else: ECAs,
    emission control areas."""
    return mention.term.is_name and mention.span.of(source) == f"{abbreviation}s"

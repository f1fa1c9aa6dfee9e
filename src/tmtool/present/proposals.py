"""Shows as JSON what people propose, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmtool.tasks.proposing import Correction

if TYPE_CHECKING:
    from tmtool.present.shapes.proposals import ProposalJson
    from tmtool.tasks.proposing import Proposal


def proposal(value: Proposal) -> ProposalJson:
    """Returns a proposal."""
    found: ProposalJson = {
        "proposal": value.number,
        "at": value.at,
        "by": value.by,
        "why": value.why,
        "unit": None,
        "source_language": None,
        "target_language": None,
        "source": None,
        "target": None,
        "old_source": None,
        "old_target": None,
        "concept": None,
        "terms": [],
        "decision": value.decision.value if value.decision else None,
        "decided_at": value.decided_at or None,
        "decided_by": value.decided_by or None,
        "answer": value.answer or None,
    }
    wanted = value.wanted
    if isinstance(wanted, Correction):
        found["unit"] = wanted.unit
        found["source_language"], found["target_language"] = wanted.source_language, wanted.target_language
        found["source"], found["target"] = wanted.source, wanted.target
        found["old_source"], found["old_target"] = wanted.old_source, wanted.old_target
    else:
        found["concept"] = wanted.concept
        found["terms"] = [
            {"language": one.language, "text": one.text, "status": one.status.value} for one in wanted.terms
        ]
    return found

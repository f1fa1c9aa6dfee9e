"""tmtool checks"""

from __future__ import annotations

import click

from tmtool.checks.check import Check
from tmtool.checks.registry import all_checks, get
from tmtool.cli import options
from tmtool.cli.output import screen
from tmtool.cli.output.json_lines import emit


@click.command()
@click.argument("name", required=False)
@options.as_json
def checks(name: str | None, as_json: bool) -> None:
    """List the checks, or explain one.

    \b
    Examples:
      tmtool checks
      tmtool checks dates-weekday
    """
    chosen = [get(name)] if name else list(all_checks())
    if as_json:
        for check in chosen:
            emit(_json(check))
    elif name:
        _explain(chosen[0])
    else:
        rows = [("check", "level", "compares", "what it reports")]
        rows += [(check.name, check.level.value, check.scope, check.summary) for check in chosen]
        screen.table(rows)


def _json(check: Check) -> dict[str, object]:
    return {
        "check": check.name,
        "level": check.level,
        "scope": check.scope,
        "its_type": check.its_type,
        "needs_source": check.needs_source,
        "summary": check.summary,
        "reason": check.reason,
        "examples": [
            {"source": example.source, "target": example.target, "flagged": list(example.flagged)}
            for example in check.examples
        ],
    }


def _explain(check: Check) -> None:
    screen.show(f"{check.name} ({check.level.value}, ITS type {check.its_type})")
    screen.paragraph(check.summary, "  ")
    screen.show()
    screen.paragraph(check.reason, "  ")
    screen.show()
    for example in check.examples:
        screen.show("  reported:" if example.flagged else "  right:")
        if example.source is not None:
            for line in example.source.split("\n"):
                screen.paragraph(line, "      ", "    | ")
        for line in example.target.split("\n"):
            screen.paragraph(line, "      ", "    → ")
        if example.flagged:
            screen.show("    at: " + ", ".join(f"“{screen.safe(place)}”" for place in example.flagged if place))
    needs = "a source text as well" if check.needs_source else "the translation alone"
    screen.show()
    screen.show(f"  It needs {needs}.")

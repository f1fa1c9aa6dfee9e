"""Every link in the documentation leads to a file that is there, and to a heading that it has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    page
    for folder in (".", "docs", "benchmarks", "memories", "samples", "src", "termbase")
    for page in (ROOT / folder).glob("*.md" if folder == "." else "**/*.md")
)
LINK = re.compile(r"\]\((?!\w+:)([^)\s#]*)(?:#([^)\s]+))?\)")


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_lead_to_what_is_there(page: Path) -> None:
    for file, heading in LINK.findall(page.read_text(encoding="utf-8")):
        linked = (page.parent / file).resolve() if file else page
        assert linked.exists(), file
        assert not heading or heading in headings(linked), f"{file}#{heading}"


def headings(page: Path) -> set[str]:
    """Returns the names by which a forge links to the headings of a page."""
    titles = re.findall(r"(?m)^#+\s+(.*)$", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}

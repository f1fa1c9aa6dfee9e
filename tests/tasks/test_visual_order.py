"""Arabic text that is stored as it looks is refused in any format."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.errors import InputError
from tmtool.tasks.align import align

ENGLISH = ["The working group opened the session.", "The report was adopted.", "The meeting is closed."]
ARABIC = ["افتتح الفريق العامل الدورة.", "اعتمد التقرير في الجلسة.", "رفعت الجلسة العامة."]


@pytest.mark.parametrize("as_it_looks", [True, False])
def test_letters_in_the_order_in_which_they_are_seen_are_refused(tmp_path: Path, as_it_looks: bool) -> None:
    paths = tmp_path / "a.en.txt", tmp_path / "a.ar.txt"
    arabic = [line[::-1] for line in ARABIC] if as_it_looks else ARABIC
    for path, lines in zip(paths, (ENGLISH, arabic), strict=True):
        path.write_text("\n".join(lines), encoding="utf-8")
    if not as_it_looks:
        assert len(align(*paths, target_language="ar", segmentation="lines").beads) == 3
        return
    with pytest.raises(InputError, match="stored from the left"):
        align(*paths, target_language="ar", segmentation="lines")
    assert align(*paths, target_language="ar", segmentation="lines", anyway=True).beads

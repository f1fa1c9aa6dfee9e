"""Makes packages of third parties for tests."""

from __future__ import annotations

from pathlib import Path


def name_entry_points(place: Path, package: str, entry_points: str) -> None:
    """Writes to a folder what tells Python that a package is installed there, and which entry points it has."""
    metadata = place / f"{package}-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(entry_points, encoding="utf-8")

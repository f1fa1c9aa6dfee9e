"""Says in SQL up to which segment texts are indexed, and up to which they are stored: what is between them waits."""

from __future__ import annotations

INDEXED = "coalesce((SELECT max(segment_id) FROM index_segments), 0)"
"""SQL for the id up to which segments are indexed."""

LAST = "coalesce((SELECT max(id) FROM main.segments), 0)"
"""SQL for the id up to which segments are stored, of whatever memory."""
NEWS = f"SELECT {INDEXED}, {LAST}"
"""SQL for both: segments wait if the second is the greater."""

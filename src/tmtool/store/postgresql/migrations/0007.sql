-- Version 7: a segment that got another text keeps those rows of `fuzzy` that still serve. Their `rest` may be too high,
-- by the `slack` of the segment, which costs time and no match.
ALTER TABLE segments ADD COLUMN slack smallint NOT NULL DEFAULT 0;
COMMENT ON COLUMN segments.slack IS 'by how much the rests of its rows of the fuzzy index are too high';

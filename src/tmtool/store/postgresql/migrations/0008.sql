-- Version 8: a line of the history is part of one that was written before it in the same transaction, and no line is ever
-- removed: the server need not look that up for each of a hundred thousand.
ALTER TABLE history DROP CONSTRAINT IF EXISTS history_part_of_fkey;

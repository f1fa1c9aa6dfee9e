-- Version 4: units in the order of concordances, the most recent first, without sorting them all.
CREATE INDEX units_by_time ON units (
    (coalesce(nullif(greatest(changed, created), ''), date) COLLATE "C"), memory_id, status, id
);

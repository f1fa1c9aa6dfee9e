-- Version 6: which units of several files are one, in other languages (store/joining.py). Those with the same `lead` are;
-- whether they still have a text in common is for who asks to see.
CREATE TABLE joined (
    unit_id bigint PRIMARY KEY REFERENCES units (id) ON DELETE CASCADE,
    lead    bigint NOT NULL
);
CREATE INDEX joined_by_lead ON joined (lead);
COMMENT ON TABLE joined IS 'units of several files that are one, in other languages';
COMMENT ON COLUMN joined.lead IS 'the same for all units that are one';
DO $$
DECLARE
    given record;
BEGIN
    FOR given IN SELECT a.privilege_type, r.rolname FROM pg_class c, aclexplode(c.relacl) a
        JOIN pg_roles r ON r.oid = a.grantee WHERE c.oid = 'variants'::regclass
    LOOP
        EXECUTE format('GRANT %s ON joined TO %I', given.privilege_type, given.rolname);
    END LOOP;
END $$;
ALTER TABLE joined ENABLE ROW LEVEL SECURITY;
CREATE POLICY shown ON joined USING (EXISTS (SELECT FROM units u WHERE u.id = unit_id))
    WITH CHECK (EXISTS (
        SELECT FROM units u WHERE u.id = unit_id AND u.memory_id = ANY ((SELECT tmtool_writable())::bigint[])
    ));

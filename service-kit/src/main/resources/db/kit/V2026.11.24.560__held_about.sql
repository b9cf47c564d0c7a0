-- All rows of this service that belong to somebody: of every table that has one of these columns, so that a table which is
-- added later is not forgotten when a person asks for a copy. Without what is secret or only for searching.
CREATE FUNCTION held_about(person uuid, owners text[]) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
    held jsonb := '{}';
    owned record;
    found jsonb;
BEGIN
    FOR owned IN
        SELECT c.table_name AS name,
               string_agg(format('%I = $1', c.column_name), ' OR ') AS condition,
               (SELECT coalesce(array_agg(s.column_name::text), '{}')
                  FROM information_schema.columns s
                 WHERE s.table_schema = c.table_schema AND s.table_name = c.table_name
                   AND (s.data_type IN ('bytea', 'tsvector') OR s.column_name ~ '(hash|token|secret|sealed|salt)')) AS hidden
          FROM information_schema.columns c
          JOIN information_schema.tables t
            ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
         WHERE c.table_schema = current_schema() AND c.column_name = ANY(owners) AND c.data_type = 'uuid'
         GROUP BY c.table_schema, c.table_name
    LOOP
        EXECUTE format('SELECT coalesce(jsonb_agg(to_jsonb(r) - $2), ''[]'') FROM %I r WHERE %s', owned.name, owned.condition)
           INTO found USING person, owned.hidden;
        held := held || jsonb_build_object(owned.name, found);
    END LOOP;
    RETURN held;
END $$;

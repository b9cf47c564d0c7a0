WITH wish AS MATERIALIZED (
         SELECT 1 AS nth,
                CAST(:sessions AS uuid[]) AS sessions,
                CAST(:children AS uuid[]) AS children,
                CAST(:booking AS uuid) AS booking,
                CAST(:kind AS text) AS kind,
                CAST(:now AS timestamptz) AS now),
     barred AS (SELECT 0 AS nth WHERE false),
     crowded AS (SELECT 0 AS nth WHERE false),

-- How much is held for those for whom more is to be held while they pay, but for what their wish takes the place of.
     keeper AS MATERIALIZED (
         SELECT nth, holds_under_lock(carer, sessions, children, now) AS holds
           FROM (SELECT nth, carer, sessions, children, now
                   FROM locked
                  CROSS JOIN sheet
                  WHERE kind = 'HELD' AND hold IS NULL
                  ORDER BY carer, nth) AS keeping),

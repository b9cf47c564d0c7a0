UPDATE waitlist_seat
   SET open = NOT open
 WHERE entry_id = ANY(:waiting)
   AND open <> ((entry_id, option_id) IN (SELECT * FROM unnest(:entries, :options)))
RETURNING session_id

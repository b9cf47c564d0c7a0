SELECT DISTINCT s.entry_id
  FROM waitlist_seat s
  JOIN class_session c ON c.id = s.session_id
 WHERE s.entry_id = ANY(:entries) AND c.state = 'SCHEDULED' AND c.starts_at > :joinable

SELECT room.session_id,
       room.lacking,
       doubled.child_id IS NOT NULL,
       coalesce(placed.child_id, doubled.child_id),
       placed.owner_id,
       placed.id,
       placed.version,
       placed.price,
       counted.intended,
       counted.taken,
       counted.held,
       counted.offered,
       counted.version,
       due.id,
       due.until,
       due.how_to_pay,
       NOT fresh.ok
  FROM room
  LEFT JOIN doubled ON doubled.session_id = room.session_id
  LEFT JOIN counted ON counted.session_id = room.session_id
  LEFT JOIN placed ON placed.session_id = room.session_id
  LEFT JOIN due ON true
 CROSS JOIN fresh
 ORDER BY room.session_id

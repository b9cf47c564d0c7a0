SELECT p.id,
       (p.amount - coalesce((SELECT sum(r.amount) FROM refund r
                              WHERE r.payment_id = p.id AND r.state <> 'FAILED'), 0))::bigint
  FROM payment p
 WHERE p.id = ANY(:came)
 ORDER BY p.id DESC

UPDATE refund
   SET tries = tries + 1,
       due_at = CAST(:now AS timestamptz) + %s
 WHERE id IN (SELECT r.id
                FROM refund r
                JOIN payment p ON p.id = r.payment_id
               WHERE (r.state = 'SENT'
                      OR r.state = 'WANTED' AND coalesce(p.dispute, '') NOT IN ('needs_response', 'under_review'))
                 AND r.due_at <= :now
               ORDER BY r.due_at LIMIT 20 FOR UPDATE OF r SKIP LOCKED)
RETURNING id, amount, state, tries, failures, refund_ref,
          (SELECT intent_ref FROM payment WHERE payment.id = payment_id)

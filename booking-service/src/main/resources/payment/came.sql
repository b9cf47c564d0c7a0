WITH RECURSIVE line AS (
    SELECT CAST(:id AS uuid) AS id
     UNION
    SELECT b.moved_from FROM booking b JOIN line ON b.id = line.id WHERE b.moved_from IS NOT NULL)
SELECT p.id
  FROM payment p
  JOIN line ON line.id = p.%1$s_id
 WHERE p.provider = 'STRIPE' AND p.state = 'PAID'
 ORDER BY p.id DESC
   FOR NO KEY UPDATE OF p

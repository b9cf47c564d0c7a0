-- When the other services were told once more that somebody was erased. Those of long ago need it no more.
ALTER TABLE erasure ADD COLUMN told_again_at timestamptz;
UPDATE erasure SET told_again_at = now() WHERE erased_at < now() - interval '1 hour';

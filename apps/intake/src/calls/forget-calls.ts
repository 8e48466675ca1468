const counts = ['came_in', 'rang', 'answered', 'answered_in_15_seconds'] as const;

/** Forgets calls from before `$1`. How many there were on a day, and how quickly they were answered, stays for reports. */
export const forgetCalls = `
WITH gone AS (DELETE FROM intake.call WHERE first_at < $1 RETURNING first_at, rang_at, answered_at)
INSERT INTO intake.call_day AS d (first_at, ${counts.join(', ')})
SELECT date_trunc('day', first_at, 'Asia/Shanghai'), count(*), count(rang_at), count(answered_at),
  count(*) FILTER (WHERE answered_at <= rang_at + interval '15 seconds')
FROM gone GROUP BY 1
ON CONFLICT (first_at) DO UPDATE SET ${counts.map((count) => `${count} = d.${count} + EXCLUDED.${count}`).join(', ')}`;

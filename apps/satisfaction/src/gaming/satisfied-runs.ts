import { runChance } from '#ticket/run-chance';
import { percent, type Find, type Looked, type Row } from './found-sign';
import { answered, rated } from './ratings-looked-at';

/** Whose runs are looked for, among which ratings. */
interface RunsOf {
  /** How `ratings` comes about. */
  readonly given: string;
  readonly ratings: string;
  /** A column of theirs. */
  readonly subject: 'department_id' | 'by_account';
  readonly departmentId: string;
  readonly accountId: string;
  readonly house: string;
}

interface Figures {
  ratings: number;
  houseSatisfied: number;
  houseRatings: number;
}

/** Ratings in their order; of satisfied ones that follow each other the difference of two places is the same. */
const textOf = ({ given, ratings, subject, departmentId, accountId }: RunsOf): string => `WITH ${given},
ordered AS (
  SELECT r.ticket_id, r.at, r.satisfied, r.${subject} AS subject, count(*) OVER (PARTITION BY r.${subject})::int AS ratings,
    row_number() OVER (PARTITION BY r.${subject} ORDER BY r.at, r.ticket_id)
    - row_number() OVER (PARTITION BY r.${subject}, r.satisfied ORDER BY r.at, r.ticket_id) AS run
  FROM ${ratings} r),
house AS (SELECT count(*) FILTER (WHERE satisfied)::int AS satisfied, count(*)::int AS ratings FROM ordered)
SELECT DISTINCT ON (r.subject) r.subject::text AS subject, ${departmentId} AS "departmentId", ${accountId} AS "accountId",
  array_agg(r.ticket_id) AS "ticketIds", min(r.at) AS "firstAt", max(r.at) AS "lastAt", r.ratings,
  h.satisfied AS "houseSatisfied", h.ratings AS "houseRatings"
FROM ordered r CROSS JOIN house h WHERE r.satisfied
GROUP BY r.subject, r.run, r.ratings, h.satisfied, h.ratings HAVING count(*) >= $3
ORDER BY r.subject, count(*) DESC, r.run DESC`;

const runs =
  (of: RunsOf): Find =>
  async (sql, looked) => {
    const rows = await sql.query<Row<Figures>>(textOf(of), [looked.since, looked.until, looked.leastTickets]);
    return rows.flatMap((row) => (isRare(row, looked) ? [{ ...row, why: why(row, of.house) }] : []));
  };

const chanceOf = ({ ticketIds, ratings, houseSatisfied, houseRatings }: Row<Figures>): number =>
  runChance({ length: ticketIds.length, ratings, share: houseSatisfied / houseRatings });

const isRare = (row: Row<Figures>, { limitValue }: Looked): boolean => 1_000 * chanceOf(row) <= (limitValue ?? 0);

function why(row: Row<Figures>, house: string): string {
  const { ticketIds, ratings, houseSatisfied, houseRatings } = row;
  const share = `${percent(houseSatisfied, houseRatings)}（${houseSatisfied}/${houseRatings}）`;
  const chance = Number((1_000 * chanceOf(row)).toPrecision(2));
  return `${ratings}次评价中连续${ticketIds.length}次满意；按${house}满意率${share}，出现的可能性不超过${chance}‰`;
}

export const satisfiedRuns = runs({
  ...{ given: answered, ratings: 'answered', subject: 'department_id', house: '全热线' },
  ...{ departmentId: 'r.subject', accountId: 'NULL::uuid' },
});

export const callerRuns = runs({
  ...{
    given: rated,
    ratings: `(SELECT * FROM rated WHERE source = 'callback-human')`,
    subject: 'by_account',
    house: '全部人工回访',
  },
  ...{ departmentId: 'NULL::uuid', accountId: 'r.subject::uuid' },
});

import { createHash } from 'node:crypto';
import type { Months } from './months';
import type { Pool, PoolClient, QueryResult, QueryResultRow, Submittable } from 'pg';

type Queryable = Pick<Pool | PoolClient, 'query'>;

/** Hand-written statements on a connection or pool; `prepared` ones with values are parsed once a connection. */
export class Sql {
  constructor(
    private readonly client: Queryable,
    private readonly mode: 'prepared' | 'planned-each-time',
    private readonly months: Months,
    private readonly month: string | null = null,
  ) {}

  /**
   * The same connection for statements about one ticket: they name its month's partitions outright, because opening
   * and pruning all of them costs several times what a look-up by key does.
   */
  about(ticketId: string): Sql {
    return new Sql(this.client, this.mode, this.months, this.months.monthOf(ticketId));
  }

  /** The same for many tickets: those of one month together. */
  aboutEach(ticketIds: readonly string[]): { sql: Sql; ticketIds: string[] }[] {
    const groups = new Map<string | null, { sql: Sql; ticketIds: string[] }>();
    for (const id of ticketIds) {
      const month = this.months.monthOf(id);
      const group = groups.get(month) ?? { sql: this.about(id), ticketIds: [] };
      group.ticketIds.push(id);
      groups.set(month, group);
    }
    return [...groups.values()];
  }

  async query<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]> {
    return (await this.run<Row>(text, values)).rows;
  }

  /** Rows as lists of their columns: half the work of naming each, for who reads hundreds of thousands. */
  async lists<Row extends unknown[]>(text: string, values: unknown[]): Promise<Row[]> {
    const statement = { name: `lists ${statementName(text)}`, text, values, rowMode: 'array' } as const;
    return (await this.client.query<Row>(statement)).rows;
  }

  async one<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<Row | undefined> {
    return (await this.run<Row>(text, values)).rows[0];
  }

  /** How many rows a write touched. */
  async count(text: string, values?: unknown[]): Promise<number> {
    return (await this.run(text, values)).rowCount ?? 0;
  }

  /** Sends a statement that streams what it reads or writes. For a connection of its own. */
  stream<Statement extends Submittable>(statement: Statement): Statement {
    return this.client.query(statement);
  }

  private run<Row extends QueryResultRow>(parent: string, values?: unknown[]): Promise<QueryResult<Row>> {
    const text = this.month === null ? parent : this.months.within(this.month, parent);
    if (!values) return this.client.query<Row>(text);
    if (this.mode === 'planned-each-time') return this.client.query<Row>(text, values);
    return this.client.query<Row>({ name: statementName(text), text, values });
  }
}

const names = new Map<string, string>();

/** Texts differ by which columns change, not by values, so there are some dozens of them, not thousands. */
function statementName(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash('sha1').update(text).digest('hex');
  names.set(text, name);
  return name;
}

import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult, QueryResultRow } from 'pg';

type Queryable = Pick<PoolClient, 'query'>;

/** One connection's hand-written statements. Those with values are prepared once a connection and planned once. */
export class Sql {
  constructor(private readonly client: Queryable) {}

  async query<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]> {
    return (await this.run<Row>(text, values)).rows;
  }

  async one<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<Row | undefined> {
    return (await this.run<Row>(text, values)).rows[0];
  }

  /** How many rows a write touched. */
  async count(text: string, values?: unknown[]): Promise<number> {
    return (await this.run(text, values)).rowCount ?? 0;
  }

  private run<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<QueryResult<Row>> {
    if (!values) return this.client.query<Row>(text);
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

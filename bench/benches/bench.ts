import type { DatabaseWatch } from '../load/database-watch';
import type { Sample } from '../figures';
import type { Stand } from '../stand/stand';

export interface BenchRun {
  readonly stand: Stand;
  readonly watch: DatabaseWatch;
  /** A number that no other run of this stand has, so that what must differ differs. */
  readonly offset: number;
  /** A file of citizens' messages, or nothing. */
  readonly messages: string | undefined;
  /** What the raw probe inserted a second just before. */
  readonly raw: number;
}

/** Measures some figures once. */
export type Bench = (run: BenchRun) => Promise<Sample>;

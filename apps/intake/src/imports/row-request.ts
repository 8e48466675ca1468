import type { z } from 'zod';
import { importedHistory, importSource } from '#http-api/import-shapes';
import { ticketInput } from '#http-api/ticket-shapes';
import type { ImportKind } from '#ticket/import-kind';
import type { PastFacts } from '#ticket/import-history';
import type { Request } from '#store/begin-ticket';
import { canonicalJson } from '#store/canonical-json';
import type { KeyRing } from '#store/key-ring';
import type { ImportedTicket } from '#store/ticket-import';
import type { Directory } from '#platform/directory';
import { Refusal } from '#platform/problems';
import { requestOf } from '../tickets/request-of';
import { columnOf, type ColumnPath } from './import-columns';
import { readCell } from './read-cell';
import { labelOf, RowFaults } from './row-faults';
import { RowRefused } from './row-refused';
import type { SourceRow } from './source-row';

/** What rows are read with. */
export interface Reading {
  readonly directory: Directory;
  readonly keys: KeyRing;
  readonly now: Date;
}

type Body = Record<string, unknown>;
type Source = z.output<typeof importSource>;
type History = z.output<typeof importedHistory>;

/** History of another century is a slip of the pen; and each month of it has tables of its own. */
const mostYears = 30;

/** A row as the store takes it. @throws RowRefused with everything that is wrong with it */
export function readRow(row: SourceRow, kind: ImportKind, { directory, keys, now }: Reading): ImportedTicket {
  if (row.fault !== undefined) throw RowRefused.at(null, row.fault);
  const faults = new RowFaults();
  const { externalSystem, externalNumber, ...body } = bodyOf(row, directory, faults);
  if (kind === 'history' && externalNumber === undefined) faults.add(columnOf('externalNumber').label, '请填写');
  const source = faults.parsed(importSource, { externalSystem, externalNumber });
  const taken = readers[kind]({ channel: 'import', ...body }, now, faults);
  faults.refuse();
  const { request, past } = taken as Taken;
  const attributes = { ...request.attributes, ...source };
  return {
    request: { ...request, attributes },
    past,
    sourceKey: sourceKeyOf(source as Source, { kind, body }, keys),
  };
}

interface Taken {
  readonly request: Request;
  readonly past: PastFacts | null;
}

/** Undefined when something is wrong, which is noted then. */
const readers: Readonly<Record<ImportKind, (body: Body, now: Date, faults: RowFaults) => Taken | undefined>> = {
  tickets(body, now, faults) {
    const said = faults.parsed(ticketInput, body);
    return said && faults.unless(() => ({ request: requested(said, now), past: null }));
  },
  history(body, now, faults) {
    const said = faults.parsed(importedHistory, body);
    return said && faults.unless(() => pastOf(said, now));
  },
};

/** `citizen.phone` becomes `citizen: { phone }`. */
function bodyOf({ cells }: SourceRow, directory: Directory, faults: RowFaults): Body {
  const body: Body = {};
  for (const [path, cell] of cells) {
    const value = faults.unless(() => readCell(path as ColumnPath, cell, directory));
    const [name = '', inner] = path.split('.');
    if (inner === undefined) body[name] = value;
    else body[name] = { ...(body[name] as object | undefined), [inner]: value };
  }
  return body;
}

/**
 * By what the row is known for good: the number that its source gave it, the superior's number, or, when it has none,
 * what it says, as a digest that only we can compute. Rows that say the same are one.
 */
function sourceKeyOf(source: Source, row: { kind: ImportKind; body: Body }, keys: KeyRing): string {
  const { externalSystem = '', externalNumber } = source;
  if (externalNumber !== undefined) return `number/${externalSystem}/${externalNumber}`;
  const { upstreamSystem, upstreamNumber } = row.body;
  if (typeof upstreamSystem === 'string' && typeof upstreamNumber === 'string')
    return `upstream/${upstreamSystem}/${upstreamNumber}`;
  return `row/${keys.digest('import-row', canonicalJson(row)).toString('base64url')}`;
}

function pastOf(said: History, now: Date): { request: Request; past: PastFacts } {
  const { state, registeredAt, dispatchedAt, handledAt, closedAt, leadDepartmentId, rating, ...matter } = said;
  const begun = new Date(registeredAt);
  if (begun.getTime() < now.getTime() - mostYears * 366 * 86_400_000)
    throw RowRefused.at(columnOf('registeredAt').label, `不能早于${mostYears}年前`);
  const body = { ...matter, occurredAt: matter.occurredAt ?? registeredAt, expectsReply: true };
  const past = {
    state,
    registeredAt: begun,
    dispatchedAt: dispatchedAt ? new Date(dispatchedAt) : null,
    handledAt: handledAt ? new Date(handledAt) : null,
    closedAt: new Date(closedAt),
    leadDepartmentId: leadDepartmentId ?? null,
    rating: rating ? ratingOf(rating) : null,
  };
  return { request: requested(body, now), past };
}

const ratingOf = ({ result, ...rating }: NonNullable<History['rating']>) => ({ ...rating, satisfaction: { result } });

function requested(body: Parameters<typeof requestOf>[0], now: Date): Request {
  try {
    return requestOf(body, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const path = error.more.errors?.[0]?.path;
    throw RowRefused.at(labelOf(path), error.detail);
  }
}

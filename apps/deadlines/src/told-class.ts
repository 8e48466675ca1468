import type { Ticket } from '#ticket/ticket';
import type { ToldLine } from '#store/clock-facts';

/** What of a ticket decides how long its steps may take, as its history told it up to a line. */
export type ToldClass = Readonly<
  Pick<Ticket, 'type' | 'urgency' | 'categoryCode' | 'reachable' | 'anonymous' | 'upstreamDueAt'> &
    Partial<Pick<Ticket, 'limitClass'>>
>;

/** The class after this line: the same object while nothing of it changes; null before the registration. */
export function classAfter(known: ToldClass | null, { name, data }: ToldLine): ToldClass | null {
  if (name === 'register' || name === 'importHistory') return classIn(data);
  if (!known) return null;
  const told = name === 'upstreamRework' ? { upstreamDueAt: data['dueAt'] } : isEdit(name) ? data : null;
  if (!told) return known;
  const next = { ...known, ...classIn(told) };
  return String(Object.values(next)) === String(Object.values(known)) ? known : next;
}

const isEdit = (name: ToldLine['name']): boolean => name === 'edit' || name === 'complete';

const fields = ['type', 'urgency', 'categoryCode', 'reachable', 'anonymous', 'limitClass'] as const;

/** The parts of a class among a line's facts; instants come from JSON. */
function classIn(data: ToldLine['data']): ToldClass {
  const given = fields.flatMap((field) => (data[field] === undefined ? [] : [[field, data[field]]]));
  const { upstreamDueAt } = data;
  const due =
    upstreamDueAt === undefined
      ? {}
      : { upstreamDueAt: upstreamDueAt === null ? null : new Date(upstreamDueAt as string) };
  return { ...Object.fromEntries(given), ...due } as ToldClass;
}

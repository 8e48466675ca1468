import type { ToldLine } from '#ticket/retold';
import type { Ticket } from '#ticket/ticket';
import type { TransitionName } from '#ticket/transition';
import type { DueTold } from '#store/due-told';

/** Where something stands in what is told of a ticket: a line of its history, or a due time that was told after that line. */
export interface Position {
  readonly seq: number;
  /** 0 for the line itself. */
  readonly due: number;
}

/** A line with the ticket after it, or a due time; and when it happened. */
export type Entry = Position & { readonly at: Date } & (
    | {
        readonly name: TransitionName;
        readonly actor: string;
        readonly data: ToldLine['data'];
        readonly ticket: Ticket;
      }
    | { readonly clock: DueTold }
  );

export const isAfter = (one: Position, other: Position): boolean =>
  one.seq > other.seq || (one.seq === other.seq && one.due > other.due);

/**
 * What was told of a ticket, in its order. Due times after lines that are not read yet are left for when they are.
 * @param tickets the ticket after each line
 */
export function entriesOf(lines: readonly ToldLine[], tickets: readonly Ticket[], dues: readonly DueTold[]): Entry[] {
  const after = new Map<number, DueTold[]>();
  for (const due of dues) after.set(due.seq, [...(after.get(due.seq) ?? []), due]);
  return lines.flatMap(({ seq, at, actor, name, data }, index): Entry[] => {
    const ticket = tickets[index];
    if (!ticket) return [];
    const told = (after.get(seq) ?? []).map((clock) => ({ seq, due: clock.id, at: clock.at, clock }));
    return [{ seq, due: 0, at, actor, name, data, ticket }, ...told];
  });
}

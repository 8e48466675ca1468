import { endStates, type State } from '#ticket/state';
import type { DifferenceKind, Listed } from '#http-api/reconciliation-shapes';

/** A ticket of theirs as it stands here. */
export interface Ours {
  readonly id: string;
  readonly upstreamNumber: string;
  readonly state: State;
  readonly upstreamDueAt: Date | null;
}

export interface Difference {
  readonly upstreamNumber: string;
  readonly kind: DifferenceKind;
  readonly ticketId: string | null;
  readonly theirs: string | null;
  readonly ours: string | null;
}

const ended: ReadonlySet<State> = new Set(endStates);

/**
 * Where their list and our tickets differ. `ours` are those whose numbers they list and those registered here that day;
 * a ticket sent just before midnight may have been registered the day after, and is found by its number.
 */
export function differencesOf(
  listed: readonly Listed[],
  ours: readonly Ours[],
  dayOf: ReadonlySet<string>,
): Difference[] {
  const byNumber = new Map(ours.map((each) => [each.upstreamNumber, each]));
  const theirs = new Set(listed.map(({ upstreamNumber }) => upstreamNumber));
  const unlisted = ours.filter(({ id, upstreamNumber }) => dayOf.has(id) && !theirs.has(upstreamNumber));
  return [
    ...listed.flatMap((each) => between(each, byNumber.get(each.upstreamNumber))),
    ...unlisted.map(({ id, upstreamNumber, state }) => ({
      ...{ upstreamNumber, kind: 'not-there' as const, ticketId: id },
      ...{ theirs: null, ours: state },
    })),
  ];
}

function between({ upstreamNumber, dueAt, isOpen }: Listed, ours: Ours | undefined): Difference[] {
  if (!ours) return [{ upstreamNumber, kind: 'not-here', ticketId: null, theirs: dueAt ?? null, ours: null }];
  const found = (kind: DifferenceKind, told: Pick<Difference, 'theirs' | 'ours'>): Difference => ({
    ...{ upstreamNumber, kind, ticketId: ours.id },
    ...told,
  });
  const dues = dueAt !== undefined && !isSame(dueAt, ours.upstreamDueAt);
  const hasEnded = ended.has(ours.state);
  const differs = isOpen !== undefined && isOpen === hasEnded;
  return [
    ...(dues ? [found('due-differs', { theirs: dueAt, ours: ours.upstreamDueAt?.toISOString() ?? null })] : []),
    ...(differs ? [found(hasEnded ? 'ended-here' : 'open-here', { theirs: null, ours: ours.state })] : []),
  ];
}

const isSame = (theirs: string | null, ours: Date | null): boolean =>
  theirs === null || ours === null ? theirs === ours : Date.parse(theirs) === ours.getTime();

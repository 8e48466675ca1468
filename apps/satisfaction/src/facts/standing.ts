import type { Ticket } from '#ticket/ticket';
import type { TransitionName } from '#ticket/transition';

/** Under what a ticket is counted: it may change, and what was counted before it stays counted under what it was then. */
export interface Standing {
  readonly departmentId: string | null;
  readonly areaCode: string | null;
  readonly categoryCode: string | null;
  readonly type: string;
  readonly channel: string;
  /** Of another system's history: left out unless somebody asks for it. */
  readonly imported: boolean;
  /** 走访队伍, of what a visit brought. */
  readonly team: string | null;
}

/** A ticket after a line of its history. */
export interface ToldTicket {
  readonly name: TransitionName;
  readonly ticket: Ticket;
}

/**
 * What a ticket stands under after each step: the department that its lead's part was given to, and the area it was said
 * to lie in. Whoever takes the place of one of them (机构调整) takes over the work; the figures stay whose they were.
 */
export function standingsOf(steps: readonly ToldTicket[], team: string | null): Standing[] {
  const givenTo = new Map<string, string | null>();
  let succeeded: { readonly area: string | null; readonly was: string | null } | null = null;
  return steps.map(({ name, ticket }, index) => {
    const { leadId, leadDepartmentId, areaCode } = ticket;
    const before = steps[index - 1]?.ticket.areaCode;
    if (leadId !== null && !givenTo.has(leadId)) givenTo.set(leadId, leadDepartmentId);
    if (name === 'succeed' && before !== undefined && before !== areaCode)
      succeeded = { area: areaCode, was: succeeded?.area === before ? succeeded.was : before };
    return {
      departmentId: leadId === null ? leadDepartmentId : (givenTo.get(leadId) ?? null),
      areaCode: succeeded?.area === areaCode ? succeeded.was : areaCode,
      categoryCode: ticket.categoryCode,
      type: ticket.type,
      channel: ticket.channel,
      imported: ticket.imported,
      team,
    };
  });
}

export const isSameStanding = (one: Standing, other: Standing): boolean =>
  (Object.keys(one) as (keyof Standing)[]).every((field) => one[field] === other[field]);

import { Injectable } from '@nestjs/common';
import { countsInIssue } from '#ticket/issue';
import type { IssueRuleValues } from '#ticket/issue-rule';
import { firstIdAt } from '#store/uuid-v7';
import { Candidates } from '#platform/look-alikes/candidates';
import type { Asked } from '#platform/look-alikes/resemblance';
import { keptTerms, termsOf } from '#platform/look-alikes/terms';
import { kinship, type Kinsman } from './kinship';
import type { Kin } from './sorting';

const dayMs = 86_400_000;
const unregistered = '00000000-0000-0000-0000-000000000000';

/** Finds who is kin to a ticket: by the terms they share, newest first, so that it costs the same however many are stored. */
@Injectable()
export class KinOf {
  constructor(private readonly candidates: Candidates) {}

  async tickets(ids: readonly string[], rules: IssueRuleValues, now: Date): Promise<Kin[]> {
    const oldest = new Date(now.getTime() - rules.windowDays * dayMs);
    const read = await this.candidates.readAll(ids);
    const found: Kin[] = [];
    for (const ticket of read)
      if (ticket.registeredAt >= oldest && countsInIssue(ticket.state))
        found.push(...(await this.kinOf(ticket, rules)));
    return found;
  }

  /** Of a matter that is no ticket yet. */
  matter(asked: Omit<Asked, 'phone'>, rules: IssueRuleValues, now: Date): Promise<Kin[]> {
    const { title, content = '', address = null, location = null, categoryCode = null, areaCode = null } = asked;
    const described = { title, content, address, location, categoryCode, areaCode };
    return this.kinOf({ ...described, id: unregistered, registeredAt: now }, rules);
  }

  /** As many terms are asked for as are kept: what finds another is then found by it. */
  private async kinOf(ticket: Kinsman, rules: IssueRuleValues): Promise<Kin[]> {
    const since = firstIdAt(new Date(ticket.registeredAt.getTime() - rules.windowDays * dayMs));
    const ids = await this.candidates.byTerms(termsOf(ticket, keptTerms), since);
    const others = await this.candidates.readAll(ids.filter((id) => id !== ticket.id));
    return others.flatMap((other) => {
      const score = countsInIssue(other.state) ? kinship(ticket, other, rules) : null;
      return score === null ? [] : [{ one: ticket.id, other: other.id, score }];
    });
  }
}

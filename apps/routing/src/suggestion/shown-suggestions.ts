import { Injectable } from '@nestjs/common';
import { maskNumbers } from '#ticket/mask-identity';
import type { RouteAnswer } from '#http-api/routes';
import type { Caller } from '#platform/caller';
import { LookAlikes } from '#platform/look-alikes/look-alikes';
import { TicketViews } from '#platform/ticket-views';
import { withReasons, type Suggested } from './suggester';
import { plainText } from './text-grams';
import { TicketSuggestions } from './ticket-suggestions';

type Shown = RouteAnswer<'GET /api/tickets/:id/suggestion'>;
type ShownBest = Shown['department'][number];
type Alike = Awaited<ReturnType<LookAlikes['likest']>>[number]['by'];

/** What is suggested for a ticket, with tickets about the same as a further reason. */
@Injectable()
export class ShownSuggestions {
  constructor(
    private readonly views: TicketViews,
    private readonly suggestions: TicketSuggestions,
    private readonly lookAlikes: LookAlikes,
  ) {}

  /** @throws NotFound for a ticket outside the caller's scope too */
  async of(id: string, caller: Caller): Promise<Shown> {
    const conceal = await this.views.concealing(id, caller);
    const { ticket, suggested } = await this.suggestions.show(id, caller);
    const { title, content, address, location, categoryCode, areaCode } = ticket;
    const asked = { title, content, address, location, categoryCode, areaCode, ticketId: id };
    const alike = (await this.lookAlikes.likest(asked, caller)).map(({ by }) => by);
    const readable = plainText(conceal(`${title}\n${content}`));
    const shown = (best: readonly Suggested[], labelOf: (other: Alike) => string | null) =>
      best.map((each) =>
        withSimilar(
          readableBy(each, readable),
          alike.filter((other) => labelOf(other) === each.id),
        ),
      );
    return {
      category: shown(suggested.category.best, ({ categoryCode: code }) => code),
      department: shown(suggested.department.best, ({ leadDepartmentId }) => leadDepartmentId),
      categoryVersion: suggested.category.version,
      departmentVersion: suggested.department.version,
    };
  }
}

/** Only words that this person may read stand as reasons. */
const readableBy = (suggested: Suggested, readable: string): Suggested =>
  withReasons({ ...suggested, phrases: suggested.phrases.filter((phrase) => readable.includes(phrase)) });

const withSimilar = (suggested: Suggested, alike: readonly Alike[]): ShownBest => ({
  ...suggested,
  reasons: [
    ...suggested.reasons,
    ...(alike.length > 0 ? [`相似工单${alike.map(({ number }) => number).join('、')}`] : []),
  ],
  similar: alike.map(({ id, number, title }) => ({ id, number, title: maskNumbers(title) })),
});

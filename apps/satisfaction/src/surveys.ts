import { Injectable } from '@nestjs/common';
import type { Actor } from '#ticket/actor';
import { surveyStanding, surveyUntil, type SurveyStanding } from '#ticket/survey';
import { leadOf, type Ticket } from '#ticket/ticket';
import type { SurveyInput, SurveyView } from '#http-api/survey-shapes';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { rated } from '#store/rated';
import type { Sql } from '#store/sql';
import { markAnswered, surveyOf, type StoredSurvey } from '#store/survey-rows';
import { TicketStore } from '#store/ticket-store';
import { Refusal } from '#platform/problems';

const citizen: Actor = { id: 'citizen', name: '诉求人', roles: ['citizen'], departmentIds: [] };

/** One answer for whatever ended it: whoever holds an old link learns no more of the ticket. */
const gone = '这个评价链接已经失效：可能已评价过，可能已超过办结后7天，也可能正在重新办理。还有话要说，请拨打12345';

/** What citizens are asked by link, each round once. */
@Injectable()
export class Surveys {
  constructor(
    private readonly store: TicketStore,
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** Changes nothing, however often and by whatever program it is opened. @throws Refusal */
  async view(token: string): Promise<SurveyView> {
    const survey = await this.found(this.database.sql, token);
    const ticket = await this.store.find(survey.ticketId);
    return viewOf(ticket, survey, surveyStanding(ticket, survey, this.clock.now()));
  }

  /** @throws Refusal when it was answered already, or leads nowhere any more */
  async answer(token: string, said: SurveyInput): Promise<SurveyView> {
    const asked = await this.found(this.database.sql, token);
    const ticket = await this.store.moveWith(asked.ticketId, citizen, async (before, context, sql) => {
      const survey = await this.found(sql, token);
      if (surveyStanding(before, survey, context.at) !== 'open') throw new Refusal('gone', gone);
      await markAnswered(sql, survey, context.at);
      return rated(before, { source: 'citizen-link', ...said }, context);
    });
    // Whatever follows from the answer by itself is no news to whoever gave it.
    return viewOf(ticket, asked, 'answered');
  }

  private async found(sql: Sql, token: string): Promise<StoredSurvey> {
    const survey = await surveyOf(sql, this.keys, token);
    if (!survey) throw new Refusal('not-found', '没有这个评价链接，请从短信中重新打开；打不开的，请拨打12345');
    return survey;
  }
}

function viewOf(ticket: Ticket, survey: StoredSurvey, standing: SurveyStanding): SurveyView {
  if (standing === 'over') throw new Refusal('gone', gone);
  const lead = leadOf(ticket);
  const isShown = !ticket.confidential && ticket.state !== 'merged';
  return {
    number: ticket.number,
    title: ticket.confidential ? null : ticket.title,
    answer: isShown && lead?.answeredAt ? (lead.reply?.publicText ?? null) : null,
    standing,
    until: surveyUntil(ticket, survey)?.toISOString() ?? null,
  };
}

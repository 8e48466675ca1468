import { ATicket, at } from '#testing/a-ticket';
import { isAskable, surveyStanding, surveyUntil } from './survey';

const told = { round: 1, madeAt: at('2026-03-02 10:00'), answeredAt: null };
const dissatisfied = { satisfaction: { result: 'dissatisfied' } } as const;

describe('a survey’s link', () => {
  it('is valid while the citizen is still to be called, for however long that takes', () => {
    const ticket = new ATicket().answered().now;
    expect(surveyUntil(ticket, told)).toBeNull();
    expect(surveyStanding(ticket, told, at('2026-12-31 10:00'))).toBe('open');
  });

  it('is valid for seven days after closing, and not an instant longer', () => {
    const ticket = { ...new ATicket().answered().rated().now, closedAt: at('2026-03-10 10:00') };
    expect(surveyUntil(ticket, told)).toEqual(at('2026-03-17 10:00'));
    expect(surveyStanding(ticket, told, at('2026-03-17 09:59'))).toBe('open');
    expect(surveyStanding(ticket, told, at('2026-03-17 10:00'))).toBe('over');
  });

  it('is valid after a ticket was closed as unrated', () => {
    const ticket = new ATicket().answered().calledInVain().does('closeUnrated', {}).now;
    expect(surveyStanding(ticket, told, ticket.closedAt ?? at('2026-03-02 10:00'))).toBe('open');
  });

  it('of a merged ticket is valid for seven days from when its citizen was told the answer', () => {
    const ticket = new ATicket().does('merge', { intoId: 'master' }).now;
    const survey = { ...told, round: ticket.round, madeAt: at('2026-05-01 10:00') };
    expect(surveyStanding(ticket, survey, at('2026-05-08 09:59'))).toBe('open');
    expect(surveyStanding(ticket, survey, at('2026-05-08 10:00'))).toBe('over');
  });

  it('is answered once', () => {
    const ticket = new ATicket().answered().now;
    expect(surveyStanding(ticket, { ...told, answeredAt: told.madeAt }, told.madeAt)).toBe('answered');
  });

  it('leads nowhere once the matter is handled again, nor when it was archived', () => {
    const again = new ATicket().answered().rated(dissatisfied).does('judge', { reasonable: true, reason: '' });
    const reworked = again.does('rework', {});
    expect(surveyStanding(reworked.now, told, told.madeAt)).toBe('over');
    const closedAgain = reworked.signed().replied().does('approve', {}).now;
    expect(surveyStanding(closedAgain, told, told.madeAt)).toBe('over');
    expect(surveyStanding(closedAgain, { ...told, round: 2 }, told.madeAt)).toBe('open');
    const archived = { ...new ATicket().answered().rated().now, archivedAt: told.madeAt };
    expect(surveyStanding(archived, told, told.madeAt)).toBe('over');
  });

  it('asks nobody about what was answered on the call, or is not answered yet', () => {
    expect(isAskable(new ATicket().does('answerOnCall', { text: '周一至周五办理' }).now)).toBe(false);
    expect(isAskable(new ATicket().now)).toBe(false);
  });
});

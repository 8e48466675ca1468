import { ATicket } from '#testing/a-ticket';
import { isBad, ratingSources, satisfactions, type Rating, type RatingSource } from './rating';

const bad = { satisfaction: { result: 'dissatisfied' } } as const;

const rateInput = (source: RatingSource) =>
  ({ ratingId: 'rating', source, contacted: 'yes', solved: 'yes', satisfaction: { result: 'satisfied' } }) as const;

describe('what the citizen says', () => {
  const rating = (more: Partial<Rating>): Rating => ({
    source: 'callback-human',
    contacted: 'no',
    solved: 'yes',
    satisfaction: { result: 'satisfied' },
    ...more,
  });

  it.each([
    ['very-satisfied', false],
    ['satisfied', false],
    ['basically-satisfied', false],
    ['dissatisfied', true],
    ['very-dissatisfied', true],
  ] as const)('about the result, %s, is bad: %s', (result, expected) => {
    expect(isBad(rating({ satisfaction: { result } }))).toBe(expected);
    expect(satisfactions[result].satisfied).toBe(!expected);
  });

  it.each([
    ['yes', false],
    ['partly', false],
    ['no', true],
  ] as const)('about the matter, solved: %s, is bad: %s', (solved, expected) => {
    expect(isBad(rating({ solved }))).toBe(expected);
  });

  it('about attitude, speed and contact alone is not bad', () => {
    const satisfaction = { result: 'satisfied', attitude: 'very-dissatisfied', speed: 'dissatisfied' } as const;
    expect(isBad(rating({ satisfaction }))).toBe(false);
  });

  it('counts only where somebody asked the citizen', () => {
    const uncounted = (Object.keys(ratingSources) as RatingSource[]).filter((source) => !ratingSources[source].counts);
    expect(uncounted).toEqual(['unit-reported', 'default']);
  });
});

describe('a rating', () => {
  it('that is good closes the ticket', () => {
    const ticket = new ATicket().answered().rated({ satisfaction: { result: 'basically-satisfied' } });
    expect(ticket.now).toMatchObject({
      state: 'closed',
      closeReason: 'rated',
      judgementDue: false,
      rating: {
        source: 'callback-human',
        contacted: 'yes',
        solved: 'yes',
        satisfaction: { result: 'basically-satisfied' },
        round: 1,
        at: ticket.now.stateSince,
      },
    });
    expect(ticket.now.closedAt).toEqual(ticket.now.stateSince);
  });

  it('that is bad waits for a judgement', () => {
    for (const more of [bad, { solved: 'no' } as const]) {
      const ticket = new ATicket().answered().rated(more);
      expect(ticket.now).toMatchObject({ state: 'callback', judgementDue: true, closedAt: null, closeReason: null });
    }
  });

  it('after closing leaves it closed, and is judged when it is bad', () => {
    const ticket = new ATicket().answered().rated();
    const { closedAt } = ticket.now;
    ticket.rated({ source: 'citizen-link', ...bad });
    expect(ticket.now).toMatchObject({
      state: 'closed',
      closedAt,
      judgementDue: true,
      rating: { source: 'citizen-link' },
    });
  });

  it('that is good, given after closing, moves neither when nor why it was closed', () => {
    const ticket = new ATicket().answered();
    ticket.calledInVain();
    const { closedAt } = ticket.does('closeUnrated', {}).now;
    ticket.rated({ source: 'citizen-link' });
    expect(ticket.now).toMatchObject({ closedAt, closeReason: 'unrated', rating: { source: 'citizen-link' } });
  });

  it('that is bad stays until it is judged, whatever the callback agent hears then', () => {
    const ticket = new ATicket().answered().rated(bad);
    expect(ticket.refuses('rate', rateInput('callback-human'))).toBe('不满意评价待认定，请先作合理性认定');
    expect(ticket.now).toMatchObject({ state: 'callback', judgementDue: true });
  });

  it('that the citizen takes back by a good one leaves nothing to judge', () => {
    const ticket = new ATicket().answered().rated(bad).rated({ source: 'citizen-link' });
    expect(ticket.now).toMatchObject({ state: 'closed', judgementDue: false });
    expect(ticket.refuses('judge', { reasonable: false, reason: '' })).toBe('没有待认定的不满意评价');
  });

  it.each(['unit-reported', 'default'] as const)('that is %s moves nothing', (source) => {
    const ticket = new ATicket().answered();
    const before = ticket.now;
    ticket.rated({ source, ...bad });
    expect(ticket.now).toEqual({ ...before, seq: before.seq + 1 });
  });

  it('of a merged ticket is a row of its own: shown, not judged', () => {
    const ticket = new ATicket().does('merge', { intoId: 'master' });
    const before = ticket.now;
    ticket.rated(bad);
    expect(ticket.now).toEqual({ ...before, seq: before.seq + 1 });
  });

  it('of a direct answer is given at the end of the call, and never judged', () => {
    const ticket = new ATicket().does('answerOnCall', { text: '周一至周五办理' });
    expect(ticket.refuses('rate', rateInput('callback-human'))).toBe('直接答复的工单只登记话后评价');
    ticket.rated({ source: 'call-end', ...bad });
    expect(ticket.now).toMatchObject({
      state: 'closed',
      judgementDue: false,
      rating: { round: 0, source: 'call-end' },
    });
  });

  it('stays after a rework that nobody rated', () => {
    const ticket = new ATicket()
      .answered()
      .rated(bad)
      .does('judge', { reasonable: true, reason: '' })
      .does('rework', {});
    ticket.signed().replied().does('approve', {});
    ticket.calledInVain();
    ticket.does('closeUnrated', {});
    expect(ticket.now).toMatchObject({
      state: 'closed',
      closeReason: 'unrated',
      round: 2,
      rating: { round: 1, ...bad },
    });
  });

  it('of the last round is the one that stands', () => {
    const ticket = new ATicket()
      .answered()
      .rated(bad)
      .does('judge', { reasonable: true, reason: '' })
      .does('rework', {});
    ticket.signed().replied().does('approve', {}).rated();
    expect(ticket.now.rating).toMatchObject({ round: 2, satisfaction: { result: 'satisfied' } });
  });
});

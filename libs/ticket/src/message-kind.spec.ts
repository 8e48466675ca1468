import { messageKindNames, messageKindRow, messageKinds, type MessageKind, type ToldTicket } from './message-kind';
import { stateNames, type State } from './state';

const inState = (state: State, more: Partial<ToldTicket> = {}): ToldTicket => ({
  ...{ state, round: 1, leadDepartmentId: 'lighting' },
  ...more,
});

/** In which states of a ticket this holds; every one where nothing is asked of it. */
const statesWhere = (holds: ((ticket: ToldTicket) => boolean) | undefined): string =>
  holds ? stateNames.filter((state) => holds(inState(state))).join(' ') : 'any';

const open = 'incomplete registered dispatched handling returning held replied upstream returning-up callback';
const any = 'any';

/** Which moves make a message due, how often it is said, in which states it is due, and in which it is still true later. */
const table: Record<MessageKind, [on: string, once: string, when: string, stillTrue: string]> = {
  'asked-more': ['register askMore', 'line', 'incomplete', 'incomplete'],
  registered: ['register complete', 'ticket', 'registered', any],
  'answered-on-call': ['answerOnCall', 'ticket', any, any],
  referred: ['refer', 'ticket', any, any],
  dispatched: ['dispatch arbitrate', 'round', stateNames.join(' '), open],
  merged: ['merge', 'line', any, 'merged'],
  extended: ['extend', 'line', any, open],
  held: ['hold', 'line', any, 'held'],
  answered: ['approve answerWithMaster', 'round', 'callback closed merged', 'callback closed merged'],
  forwarded: ['sign', 'ticket', 'closed', any],
  reworked: ['rework reopen', 'round', any, open],
  closed: ['closeUnrated', 'round', any, 'closed'],
  withdrawn: ['withdraw', 'ticket', any, any],
  voided: ['void', 'ticket', any, any],
};

describe('a message to a citizen', () => {
  it.each(messageKindNames)('is due and stays true as the table says: %s', (kind) => {
    const { on, once, when, stillTrue } = messageKindRow(kind);
    expect([on.join(' '), once, statesWhere(when), statesWhere(stillTrue)]).toEqual(table[kind]);
  });

  it('that the matter went to a department is news in the first round only: a later one is told as a rework', () => {
    const { when } = messageKinds.dispatched;
    expect([0, 1, 2].filter((round) => when(inState('dispatched', { round })))).toEqual([1]);
  });

  it.each(['dispatched', 'extended', 'reworked'] as const)(
    'is no longer true while nobody has the ticket: %s',
    (kind) => {
      expect(messageKinds[kind].stillTrue(inState('registered', { leadDepartmentId: null }))).toBe(false);
    },
  );

  it('goes out from the first day, except that a ticket was made void', () => {
    expect(messageKindNames.filter((kind) => !messageKindRow(kind).isOn)).toEqual(['voided']);
  });

  it('may leave open what its kind alone knows', () => {
    const may = messageKindNames.map((kind) => [kind, ...messageKindRow(kind).may].join(' '));
    expect(may).toEqual([
      'asked-more 缺少内容',
      'registered',
      'answered-on-call',
      'referred 引导途径',
      'dispatched 承办单位',
      'merged',
      'extended 承办单位',
      'held 承办单位 复核日期',
      'answered 承办单位 评价网址',
      'forwarded 承办单位',
      'reworked 承办单位',
      'closed 承办单位 评价网址',
      'withdrawn',
      'voided',
    ]);
  });
});

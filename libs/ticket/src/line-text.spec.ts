import { splitText } from './line-text';

/** What people write freely with each move, any of which may name somebody. */
const written = {
  edit: 'title content address subjectParty location',
  dispatch: 'note because basis',
  redispatch: 'reason',
  setLimit: 'reason limitSource',
  refer: 'route',
  supplement: 'text',
  contact: 'notReachedReason',
  requestHold: 'plan responsible',
  reply: 'internalText publicText unsolvedReason overruledReason',
  rate: 'comment',
  supervise: 'requirement copyTo instruction',
  thirdPartyCopy: 'recipient purpose',
};

describe('what people write freely', () => {
  it.each(Object.entries(written))('with %s is kept apart, for it may have to be erased: %s', (_, fields) => {
    const words = Object.fromEntries(fields.split(' ').map((field) => [field, '张三']));
    expect(splitText({ assignmentId: 'part', ...words })).toEqual({ data: { assignmentId: 'part' }, text: words });
  });
});

describe('what history keeps for good', () => {
  it('is every other fact, and no words where none were said', () => {
    const facts = { leadId: 'lighting', dueAt: new Date(0), missing: ['where'], peopleInvolved: null };
    expect(splitText(facts)).toEqual({ data: facts, text: null });
  });

  it('is nothing of what was left open', () => {
    expect(splitText({ leadId: 'lighting', coHandlerIds: undefined, note: undefined })).toEqual({
      data: { leadId: 'lighting' },
      text: null,
    });
  });
});

import { isToldUpstream, toldUpstream } from './told-upstream';
import { transitionNames, transitions } from './transition';

describe('the system a ticket came from', () => {
  it('is told where the ticket is and how it ended', () => {
    expect(transitionNames.filter(isToldUpstream).join(' ')).toBe(
      'register complete answerOnCall refer dispatch redispatch arbitrate sign contact interimReport approve returnUp ' +
        'rate closeUnrated rework reopen extend hold resume merge answerWithMaster unmerge release withdraw void',
    );
    expect(isToldUpstream('toString')).toBe(false);
  });

  it('is told with it the dates, the answer and the rating, and why it gets a ticket back; nothing else', () => {
    const withWords = Object.entries(toldUpstream).filter(([, fields]) => fields.length > 0);
    expect(Object.fromEntries(withWords)).toEqual({
      interimReport: ['nextAt'],
      extend: ['until'],
      hold: ['reviewAt'],
      answerOnCall: ['text'],
      refer: ['reasonCode', 'route'],
      returnUp: ['reason'],
      rate: ['solved', 'satisfaction'],
    });
  });

  it('is not told what it did itself', () => {
    const its = transitionNames.filter((name) => /^(upstream|returnUp.)/.test(name));
    expect(its.filter((name) => (transitions[name].by as readonly string[]).includes('channel'))).toEqual(its);
    expect(its.filter(isToldUpstream)).toEqual([]);
  });
});

import fc from 'fast-check';
import { ATicket, at, someone } from '#testing/a-ticket';
import { aStory, type Told } from '#testing/any-story';
import { messageKindRow, type MessageKind } from './message-kind';
import { isToldByMessage, owedMessages, type OwedMessage } from './owed-messages';
import { registeredAsTold, type Registration } from './register';
import { retoldSteps } from './retold';
import type { Ticket } from './ticket';

const nameOf = ({ kind, occurrence }: OwedMessage): string => `${kind} ${occurrence}`;

/** What the citizen is told, as the database keeps it: what is due a second time is there already. */
function toldOf(ticket: ATicket): string[] {
  const [first, ...later] = ticket.lines;
  if (!first) throw new Error('no line');
  const steps = retoldSteps(registeredAsTold(ticket.now, first), later);
  const owed = steps.flatMap((step, index) => owedMessages(step, ticket.lines.slice(index, index + 1)));
  return [...new Set(owed.map(nameOf))];
}

const told = (given: Partial<Registration> = {}): string[] => toldOf(new ATicket(given).answered());

describe('a citizen is told', () => {
  it('that the matter was taken, who has it, and that it was answered', () => {
    expect(told()).toEqual(['registered 0', 'dispatched 1', 'answered 1']);
  });

  it('of another round, and of its answer', () => {
    const ticket = new ATicket().answered().rated({ solved: 'no' }).does('judge', { reasonable: true, reason: '属实' });
    ticket.does('rework', {}).signed().replied().does('approve', {});
    expect(toldOf(ticket).slice(3)).toEqual(['reworked 2', 'answered 2']);
  });

  it('what is missing each time it is asked for, and once that it was taken', () => {
    const ticket = new ATicket({ areaCode: null });
    ticket.does('complete', { areaCode: 'east-1' }).does('askMore', { missing: ['where'] });
    ticket.does('complete', { areaCode: 'east-2' });
    expect(toldOf(ticket)).toEqual(['asked-more 1', 'registered 0', 'asked-more 3']);
  });

  it('once in a round who has it, however often it goes back', () => {
    const ticket = new ATicket().dispatched().returned().does('uphold', {}).dispatched('roads');
    expect(toldOf(ticket)).toEqual(['registered 0', 'dispatched 1']);
  });

  it('of each extension by itself', () => {
    const until = at('2026-03-20 18:00');
    const ticket = new ATicket().dispatched().signed();
    const part = { assignmentId: ticket.part().id, extensionId: 'extension' };
    const asked = { ...part, kind: 'finish', dueAt: at('2026-03-09 18:00'), until } as const;
    ticket.does('extend', asked).does('extend', asked);
    expect(toldOf(ticket).slice(2)).toEqual(['extended 4', 'extended 5']);
  });

  it('only the answer when it is given on the call', () => {
    const { now, lines } = new ATicket().does('answerOnCall', { text: '周一办理' });
    expect(owedMessages(now, lines).map(nameOf)).toEqual(['answered-on-call 0']);
  });

  it('that a praise was passed on, and of its withdrawal', () => {
    expect(toldOf(new ATicket({ type: 'praise' }).dispatched().signed())).toContain('forwarded 0');
    expect(toldOf(new ATicket().does('withdraw', { reason: '已解决' }))).toContain('withdrawn 0');
  });
});

describe('nobody is told by message', () => {
  const upstream = { channel: 'superior', upstreamSystem: 'city', upstreamNumber: '1' } as const;
  it.each<[string, Partial<Registration>]>([
    ['who wants no answer', { expectsReply: false }],
    ['who is not known', { anonymous: true, citizenId: null, reachable: false }],
    ['who gave no number', { reachable: false }],
    ['of whom nothing is known but a danger', { urgency: 'critical', citizenId: null }],
    ['who wrote in public', { channel: 'weibo' }],
    ['who asked in a forum', { channel: 'forum' }],
    ['whose ticket was imported', { channel: 'import' }],
    ['who turned to a superior', upstream],
  ])('%s', (_, given) => {
    expect(told(given)).toEqual([]);
  });

  it('who is restricted, until a shift-lead lets the ticket go', () => {
    const ticket = new ATicket({ restricted: true, routingHeld: true });
    expect(toldOf(ticket)).toEqual([]);
    expect(toldOf(ticket.does('letRoute', {}, someone(['shift-lead'])).dispatched())).toEqual(['dispatched 1']);
  });

  it('whose ticket is history of another system', () => {
    expect(isToldByMessage({ ...new ATicket().now, imported: true })).toBe(false);
  });
});

describe('whatever happens to a ticket', () => {
  const dues = (steps: readonly Told[]): string[] =>
    steps.flatMap(({ after, line }) => owedMessages(after, [line])).map(nameOf);

  it('the same messages are due when its history is told again, and telling it twice makes none more', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        const [first] = story;
        if (!first) return;
        const lines = story.map(({ line }) => line);
        const again = retoldSteps(first.before, lines).slice(1);
        const retold = again.flatMap((step: Ticket, index) => owedMessages(step, lines.slice(index, index + 1)));
        expect(retold.map(nameOf)).toEqual(dues(story));
        expect(new Set([...dues(story), ...retold.map(nameOf)])).toEqual(new Set(dues(story)));
      }),
    );
  });

  it('what is said once in a round is never due in more rounds than there are', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        const last = story.at(-1)?.after;
        for (const name of new Set(dues(story))) {
          const [kind = '', occurrence = ''] = name.split(' ');
          if (messageKindRow(kind as MessageKind).once === 'round')
            expect(Number(occurrence)).toBeLessThanOrEqual(last?.round ?? 0);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { ATicket, at } from '#testing/a-ticket';
import { aStory } from '#testing/any-story';
import type { Line } from './line';
import { registeredAsTold } from './register';
import { retoldSteps, type ToldLine } from './retold';

/** As the database gives a line back. */
const stored = ({ seq, at, actor, name, to, data, text }: Line): ToldLine => ({
  seq,
  at,
  actor,
  name,
  to,
  data: JSON.parse(JSON.stringify(data)) as ToldLine['data'],
  text,
});

describe('a ticket’s history', () => {
  it('tells everything that became of it', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        const [first] = story;
        if (!first) return;
        const lines = story.map(({ line }) => stored(line));
        expect(retoldSteps(first.before, lines).at(-1)).toEqual(story.at(-1)?.after);
      }),
    );
  });

  it('tells how it began, whatever its row says now', () => {
    const ticket = new ATicket({ type: 'complaint', subjectDepartmentId: 'police', upstreamDueAt: new Date(0) });
    const [line] = ticket.lines;
    if (!line) throw new Error('no line');
    const tampered = { ...ticket.now, type: 'praise', citizenId: 'another', subjectDepartmentId: null } as const;
    expect(registeredAsTold(tampered, stored(line))).toEqual(ticket.now);
  });

  it('tells of a seeded ticket that it was another system’s', () => {
    const { now, lines } = new ATicket();
    const [line] = lines;
    if (!line) throw new Error('no line');
    const seeded = { ...stored(line), data: { ...line.data, imported: true } };
    expect(registeredAsTold(now, seeded)).toEqual({ ...now, imported: true });
  });
});

describe('what a ticket keeps of its lines', () => {
  const told = (ticket: ATicket) => {
    const [first, ...later] = ticket.lines.map(stored);
    if (!first) throw new Error('no line');
    return retoldSteps(registeredAsTold(ticket.now, first), later).at(-1);
  };

  it('is an instant again: when the citizen was spoken to, when it happened, until when it is to be answered', () => {
    const ticket = new ATicket({}, '2026-03-02 10:00').dispatched().signed();
    ticket.does('contact', ticket.on('lighting', { contactedAt: at('2026-03-02 10:02'), by: 'phone' }));
    ticket.does('edit', { occurredAt: at('2026-03-01 21:00') });
    const ruled = at('2026-03-09 18:00');
    ticket.does('setLimit', { dueAt: at('2026-03-05 18:00'), presentDueAt: ruled, latest: ruled, reason: '' });
    expect(told(ticket)).toEqual(ticket.now);
  });

  it('is since when its lead has it, also where only the lead changed', () => {
    const ticket = new ATicket().dispatched().does('redispatch', { leadId: 'roads', reason: '' });
    expect(told(ticket)?.stateSince).toEqual(ticket.now.stateSince);
  });
});

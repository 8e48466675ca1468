import fc from 'fast-check';
import { ATicket } from '#testing/a-ticket';
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

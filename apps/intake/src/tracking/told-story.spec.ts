import fc from 'fast-check';
import type { Line } from '#ticket/line';
import { isOpen } from '#ticket/state';
import { aStory, type Told } from '#testing/any-story';
import { goodReply } from '#testing/a-ticket';
import { answersIn } from './answers';
import { stagesOf } from './stages';
import { standingOf } from './standings';
import { stepsOf } from './steps';
import { tellings } from './tellings';
import type { TrackedLine } from './tracked-line';

/** As tracked-line.ts reads it, of a line that somebody of the hotline made. */
function trackedLine({ seq, at, name, from, to, data, text }: Line): TrackedLine {
  const word = (field: string): string | null => (text?.[field] as string | undefined) ?? null;
  return {
    ...{ seq, at, name, from, to, by: 'staff', isUnreached: false },
    // Facts are JSON when they are read.
    data: JSON.parse(JSON.stringify(data)) as Record<string, unknown>,
    text: name === 'answerOnCall' ? word('text') : null,
    route: name === 'refer' ? word('route') : null,
    publicText: name === 'reply' ? word('publicText') : null,
  };
}

const around = { nameOf: (id: string) => `${id}单位`, timeOf: (at: Date) => at.toISOString() };
const linesOf = (story: readonly Told[]) => story.map(({ line }) => trackedLine(line));
const isEver = (story: readonly Told[], holds: (told: Told) => boolean): boolean => story.some(holds);

/** The view after each step of a story. */
const eachPrefix = (story: readonly Told[], see: (told: Told, so: readonly Told[]) => void): void =>
  story.forEach((told, index) => see(told, story.slice(0, index + 1)));

describe('whatever happens to a ticket', () => {
  it('its citizen sees one way: what is over, then what is now, then what is to come', () => {
    fc.assert(
      fc.property(aStory, (story) =>
        eachPrefix(story, ({ after }, so) => {
          const lines = linesOf(so);
          const stages = stagesOf(after, lines, answersIn(lines, around.nameOf), '已结束');
          const order = ['done', 'current', 'ahead'];
          const places = stages.map(({ progress }) => order.indexOf(progress));
          expect(places).toEqual(places.toSorted((left, right) => left - right));
          const isUnderWay = isOpen(after.state) || (after.state === 'merged' && !after.handledAt);
          expect(places.filter((place) => place === 1)).toHaveLength(isUnderWay ? 1 : 0);
          expect(stages[0]?.name).toBe('accepted');
        }),
      ),
    );
  });

  it('every step that is told has words, and none of them is what people of the house wrote to each other', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        const steps = stepsOf(linesOf(story), around);
        expect(steps.every(({ label }) => /\p{Script=Han}/u.test(label))).toBe(true);
        const silent = story.filter(({ line }) => tellings[line.name] === null).length;
        expect(steps.length).toBeLessThanOrEqual(story.length - silent);
        expect(JSON.stringify(steps)).not.toMatch(/灯泡|路灯|三定方案|本人来电|undefined|Invalid|NaN/);
      }),
    );
  });

  it('a reply is an answer only once the hotline, and for a superior’s ticket the superior, has agreed', () => {
    fc.assert(
      fc.property(aStory, (story) =>
        eachPrefix(story, (_told, so) => {
          const answers = answersIn(linesOf(so), around.nameOf);
          const isAgreed = isEver(
            so,
            ({ line }) => line.name === 'upstreamAccept' || (line.name === 'approve' && line.to !== 'upstream'),
          );
          expect(answers.some(({ text }) => text === goodReply.publicText)).toBe(isAgreed);
          expect(JSON.stringify(answers)).not.toContain(goodReply.internalText);
        }),
      ),
    );
  });

  it('it stands somewhere, in a sentence', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        for (const { after } of story) {
          const { label, words } = standingOf(after, { lead: '路灯所', until: () => null });
          expect(label).toMatch(/^\p{Script=Han}/u);
          expect(words).toMatch(/。$/);
        }
      }),
    );
  });
});

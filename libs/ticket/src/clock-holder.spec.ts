import { climbersOf, clockHolder, ladders, type LadderName } from './clock-holder';
import { clockKinds, type ClockKind } from './clock-kind';

/** Who has the step in hand on whose clock (责任人), and which ladder it climbs. */
const table: Record<ClockKind, string | null> = {
  incomplete: 'hotline agent',
  dispatch: 'hotline dispatcher',
  sign: 'sign department',
  contact: 'step department',
  finish: 'finish department',
  rework: 'rework department',
  'return-window': null,
  return: 'hotline dispatcher',
  arbitration: 'hotline supervisor',
  review: 'hotline reviewer',
  upstream: 'hotline dispatcher',
  callback: 'hotline callback',
  judgement: 'hotline callback',
  'appeal-window': null,
  appeal: 'hotline supervisor',
  extension: 'hotline supervisor',
  held: 'hold department',
  supervision: 'step department',
  citizen: 'promise department',
};

describe('a clock', () => {
  it.each(Object.keys(clockKinds) as ClockKind[])('is somebody’s, or nobody’s to climb for: %s', (kind) => {
    const holder = clockHolder(kind);
    expect(holder && `${holder.ladder} ${holder.holder}`).toBe(table[kind]);
  });
});

describe('a ladder', () => {
  const names = Object.keys(ladders) as LadderName[];

  it.each([
    ['sign', ['sign']],
    ['finish', ['finish']],
    ['rework', ['rework']],
    ['step', ['contact', 'supervision']],
    ['hold', ['held']],
    ['promise', ['citizen']],
  ] as const)('%s is climbed by its clocks alone', (name, climbers) => {
    expect(climbersOf(name)).toEqual(climbers);
  });

  it('is climbed by every clock but the times in which a return or an appeal may be asked, which run out in silence', () => {
    const climbing = names.flatMap(climbersOf);
    expect(Object.keys(clockKinds).filter((kind) => !climbing.includes(kind as ClockKind))).toEqual([
      'return-window',
      'appeal-window',
    ]);
    expect(new Set(climbing).size).toBe(climbing.length);
  });
});

import fc from 'fast-check';
import type { Channel } from '#ticket/channel';
import type { TicketType } from '#ticket/ticket-type';
import type { Database } from '#store/database';
import { FixedClock } from '#testing/fixed-clock';
import { Directory, type Department } from '#platform/directory';
import { aRule } from './a-rule.spec-support';
import { isFallBackOfAll } from './is-fall-back';
import { isValidOn, type DispatchRule } from './dispatch-rule';
import type { FileRow } from './line-told';
import { planImport, type ImportPlan } from './plan-import';
import { isDefault } from './rank-rules';
import type { ReadRule } from './read-rule-row';
import { RuleIndex } from './rule-index';
import { mayTie } from './rule-ties';

const today = '2026-09-10';
const department = (id: string, group: string): [string, Department] => [
  id,
  { id, code: id, name: id, parentId: null, group, validFrom: '2020-01-01', validTo: null, signsOff: [] },
];

const directory = new Directory(undefined as unknown as Database, new FixedClock('2026-09-10T10:00:00+08:00'));
directory.departments = new Map([
  department('bureau', 'bureau'),
  department('other', 'enterprise'),
  department('town', 'town'),
]);
const category = (code: string, parentCode: string | null) =>
  [code, { code, name: code, parentCode, autoApprove: false }] as const;
directory.categories = new Map([category('city', null), category('waste', 'city'), category('school', null)]);
directory.areas = new Map([
  ['east', { code: 'east', name: 'east', parentCode: null, validFrom: '2020-01-01', validTo: null }],
]);
const departments = { isInForce: () => true, isTown: (id: string) => id === 'town' };

const fallBack = aRule({ id: 'fall-back' });

const nextId = (() => {
  let last = 0;
  return () => `rule ${(last += 1)}`;
})();
const imported = (before: readonly DispatchRule[], rows: readonly ReadRule[]): ImportPlan => {
  const file = rows.map((row): FileRow => ({ ...row, id: nextId() }));
  return planImport(new RuleIndex(before), file, { directory, departments, today });
};
const row = (line: number, said: Partial<ReadRule['said']>, seriesId: string | null = null): ReadRule => ({
  line,
  seriesId,
  said: { leadId: 'bureau', validTo: null, ...said },
});
const kinds = ({ told }: ImportPlan) => told.map(({ change }) => change?.kind ?? null);

describe('a file of the dispatch catalogue', () => {
  it('changes what differs, adds what is new, and leaves what is so already', () => {
    const waste = aRule({ id: 'waste', categoryCode: 'waste' });
    const plan = imported(
      [fallBack, waste],
      [row(2, {}), row(3, { categoryCode: 'waste', leadId: 'other' }), row(4, { categoryCode: 'school' })],
    );
    expect(kinds(plan)).toEqual([null, 'draft', 'draft']);
    expect(plan.refused).toEqual([]);
    const ofWaste = plan.after
      .at('waste')
      .map(({ version, leadId, validFrom, validTo }) => [version, leadId, validFrom, validTo]);
    expect(ofWaste).toEqual([
      [1, 'bureau', '2020-01-01', today],
      [2, 'other', today, null],
    ]);
  });

  it('knows a row by its number when it is for other tickets than before', () => {
    const words = aRule({ id: 'words', categoryCode: 'waste', keywords: ['井盖'] });
    const plan = imported([fallBack, words], [row(2, { categoryCode: 'waste', keywords: ['井盖', '窨井'] }, 'words')]);
    expect(plan.after.at('waste').map(({ version, keywords, validTo }) => [version, keywords, validTo])).toEqual([
      [1, ['井盖'], today],
      [2, ['井盖', '窨井'], null],
    ]);
  });

  it('ends a row on the day that it names, and takes what was over before as history', () => {
    const waste = aRule({ id: 'waste', categoryCode: 'waste' });
    const ends = imported([fallBack, waste], [row(2, { categoryCode: 'waste', validTo: '2026-10-01' })]);
    expect([kinds(ends), ends.after.at('waste')[0]?.validTo]).toEqual([['end'], '2026-10-01']);
    const past = imported([fallBack], [row(2, { categoryCode: 'waste', validTo: '2026-09-01' })]);
    expect([kinds(past), past.after.all().length]).toEqual([[null], 1]);
  });

  it('refuses the later of two lines that tie or say the same tickets twice, and names the earlier one', () => {
    const { refused, after } = imported(
      [fallBack],
      [
        row(2, { categoryCode: 'waste', keywords: ['井盖'] }),
        row(3, { categoryCode: 'waste', keywords: ['路灯'], leadId: 'other' }),
        row(4, { categoryCode: 'waste', keywords: ['路灯'], precedence: 10 }),
        row(5, { categoryCode: 'waste', keywords: ['井盖'], leadId: 'other' }),
      ],
    );
    expect(refused.map(({ line }) => line)).toEqual([3, 4, 5]);
    expect(after.all()).toHaveLength(2);
  });

  it('keeps a number for the first line that has it: a copied line is a new row', () => {
    const words = aRule({ id: 'words', categoryCode: 'waste', keywords: ['井盖'] });
    const plan = imported(
      [fallBack, words],
      [
        row(2, { categoryCode: 'waste', keywords: ['井盖'] }, 'words'),
        row(3, { categoryCode: 'waste', keywords: ['路灯'], precedence: 60 }, 'words'),
      ],
    );
    expect(plan.refused).toEqual([]);
    expect(plan.after.at('waste').map(({ version, validTo }) => [version, validTo])).toEqual([
      [1, null],
      [1, null],
    ]);
  });

  it('says what follows a row of the same file on a later day', () => {
    const plan = imported(
      [fallBack],
      [row(2, { categoryCode: 'waste' }), row(3, { categoryCode: 'waste', leadId: 'other', validFrom: '2026-10-01' })],
    );
    expect(plan.after.at('waste').map(({ version, validFrom, validTo }) => [version, validFrom, validTo])).toEqual([
      [1, today, '2026-10-01'],
      [2, '2026-10-01', null],
    ]);
  });

  it('lets lines change places: what a later one leaves is not in the way of an earlier one', () => {
    const words = (id: string, word: string, precedence: number) =>
      aRule({ id, categoryCode: 'waste', keywords: [word], precedence });
    const { refused, after } = imported(
      [fallBack, words('one', '井盖', 10), words('other', '路灯', 20)],
      [
        row(2, { categoryCode: 'waste', keywords: ['井盖'], precedence: 20 }),
        row(3, { categoryCode: 'waste', keywords: ['路灯'], precedence: 10 }),
      ],
    );
    expect(refused).toEqual([]);
    const inForce = after.at('waste').filter((rule) => isValidOn(rule, today));
    expect(inForce.map(({ keywords, precedence }) => [keywords[0], precedence])).toEqual([
      ['井盖', 20],
      ['路灯', 10],
    ]);
  });

  it('keeps the fall-back owner and the towns’ place', () => {
    const { refused } = imported(
      [fallBack],
      [
        row(2, { validTo: '2026-12-01', leadId: 'other' }),
        row(3, { leadId: 'town' }),
        row(4, { categoryCode: 'city' }),
        row(5, { categoryCode: 'waste', leadId: 'town' }),
        row(6, { categoryCode: 'waste', areaCode: 'east', leadId: 'town' }),
      ],
    );
    expect(refused.map(({ line }) => line)).toEqual([2, 3, 5]);
  });
});

const some = <Value>(...values: Value[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<Value[]>([]) }, { weight: 1, arbitrary: fc.subarray(values) });
const day = fc.constantFrom('2026-09-01', today, '2026-09-20', '2026-10-01');
/** A file that says otherwise is not read. */
const isPossible = ({ validFrom, validTo }: { validFrom?: string; validTo: string | null }) =>
  !validFrom || !validTo || validFrom <= validTo;
const files = fc
  .array(
    fc.record({
      categoryCode: fc.constantFrom(null, 'waste', 'city', 'school'),
      areaCode: fc.constantFrom(null, null, 'east'),
      keywords: some('井盖', '路灯'),
      types: some<TicketType>('help', 'report'),
      channels: some<Channel>('phone', 'web'),
      precedence: fc.constantFrom(10, 50),
      leadId: fc.constantFrom('bureau', 'other', 'town'),
      validFrom: fc.option(day, { nil: undefined }),
      validTo: fc.option(day),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.filter(isPossible).map((said, index) => row(index + 2, said)));

describe('of any files, one after the other', () => {
  it('the catalogue never has two rows that tie, a day without a fall-back owner, or a town as its default', () => {
    fc.assert(
      fc.property(files, files, (first, second) => {
        const one = imported([fallBack], first);
        const rules = imported(one.after.all(), second).after.all();
        const ties = rules.some((left, index) => rules.slice(index + 1).some((right) => mayTie(left, right)));
        expect(ties).toBe(false);
        for (const on of [today, '2026-09-20', '2026-10-01', '2030-01-01']) {
          const inForce = rules.filter((rule) => isValidOn(rule, on));
          const owners = inForce.filter(isFallBackOfAll);
          expect(owners.map(({ leadId }) => leadId === 'town')).toEqual([false]);
          expect(inForce.filter(isDefault).filter(({ categoryCode }) => categoryCode === 'waste').length).toBeLessThan(
            2,
          );
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('the same file again changes nothing', () => {
    fc.assert(
      fc.property(files, (file) => {
        const once = imported([fallBack], file);
        const refused = new Set(once.refused.map(({ line }) => line));
        const taken = file.filter(({ line }) => !refused.has(line));
        const again = imported(once.after.all(), taken);
        expect([again.refused, kinds(again).filter((kind) => kind !== null)]).toEqual([[], []]);
      }),
      { numRuns: 1_500 },
    );
  });
});

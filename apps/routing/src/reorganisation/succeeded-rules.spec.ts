import type { Database } from '#store/database';
import { FixedClock } from '#testing/fixed-clock';
import { Directory, type Area, type Department } from '#platform/directory';
import { aRule } from '../catalogue/a-rule.spec-support';
import type { DispatchRule } from '../catalogue/dispatch-rule';
import type { ReorganisationPlan } from './reorganisation-plan';
import { succeededRules } from './succeeded-rules';

const today = '2026-09-10';
const directory = new Directory(undefined as unknown as Database, new FixedClock('2026-09-10T10:00:00+08:00'));
const valid = { validFrom: '2020-01-01', validTo: null };
const department = (id: string, group: string): [string, Department] => [
  id,
  { id, code: id, name: id, parentId: null, group, ...valid, signsOff: [] },
];
const area = (code: string): [string, Area] => [code, { code, name: code, parentCode: null, ...valid }];
directory.departments = new Map([
  department('bureau', 'bureau'),
  department('other', 'bureau'),
  department('town', 'town'),
]);
directory.areas = new Map([area('east'), area('west')]);
directory.categories = new Map(
  ['waste', 'school'].map((code) => [code, { code, name: code, parentCode: null, autoApprove: false }]),
);
const departments = { isInForce: () => true, isTown: (id: string) => id === 'town' };

const plan = (kind: 'department' | 'area', from: string, ...heirs: [string, ...string[]]): ReorganisationPlan => {
  const [first, ...others] = heirs.map((heir, index) => ({
    ...{ heir, name: heir, founded: null, categoryCodes: index > 0 ? ['school'] : [], areaCodes: [] },
  }));
  if (!first) throw new Error('nobody takes its place');
  return { kind, from: [{ id: from, name: from }], heirs: [first, ...others], reason: '' };
};

const fallBack = aRule({ id: 'fall-back', leadId: 'third' });
const after = (of: ReorganisationPlan, ...rules: DispatchRule[]) => {
  let last = 0;
  return succeededRules(of, [fallBack, ...rules], { directory, departments, today }, () => `next ${(last += 1)}`);
};
const told = ({ changes }: ReturnType<typeof after>) =>
  changes.map(({ kind, rule }) => [
    kind,
    rule.leadId,
    rule.coHandlerIds.join(),
    rule.areaCode,
    rule.validFrom,
    rule.validTo,
  ]);

describe('the rows of a department whose place another takes', () => {
  it('each have a next version from today that names its heir, lead or helping, once', () => {
    const rows = [
      aRule({ id: 'waste', categoryCode: 'waste', leadId: 'bureau', coHandlerIds: ['other'] }),
      aRule({ id: 'school', categoryCode: 'school', leadId: 'third', coHandlerIds: ['bureau', 'other'] }),
    ];
    const found = after(plan('department', 'bureau', 'other'), ...rows);
    expect(found.conflicts).toEqual([]);
    expect(told(found)).toEqual([
      ['draft', 'other', '', null, today, null],
      ['draft', 'third', 'other', null, today, null],
    ]);
    expect(found.changes.map(({ rule }) => [rule.seriesId, rule.version])).toEqual([
      ['waste', 2],
      ['school', 2],
    ]);
  });

  it('go by their matter where it is divided', () => {
    const rows = [aRule({ id: 'waste', categoryCode: 'waste' }), aRule({ id: 'school', categoryCode: 'school' })];
    const leads = after(plan('department', 'bureau', 'other', 'third'), ...rows).changes.map(({ rule }) => rule.leadId);
    expect(leads).toEqual(['other', 'third']);
  });

  it('keep the days of what is planned, and leave alone what is over', () => {
    const rows = [
      aRule({ id: 'planned', categoryCode: 'waste', validFrom: '2026-10-01' }),
      aRule({ id: 'over', categoryCode: 'school', validTo: '2026-09-01' }),
    ];
    expect(told(after(plan('department', 'bureau', 'other'), ...rows))).toEqual([
      ['draft', 'other', '', null, '2026-10-01', null],
    ]);
  });

  it('are in conflict where a town would come to a matter of departments', () => {
    const [usual, special] = [
      aRule({ id: 'usual', categoryCode: 'waste', leadId: 'third' }),
      aRule({ id: 'special', categoryCode: 'waste', keywords: ['井盖'], leadId: 'bureau' }),
    ];
    const { conflicts } = after(plan('department', 'bureau', 'town'), usual, special);
    expect(conflicts).toEqual([expect.stringContaining('不能默认派给乡镇街道')]);
  });
});

describe('the rows of an area that becomes part of another', () => {
  const there = aRule({ id: 'there', categoryCode: 'waste', areaCode: 'east' });

  it('name that one', () => {
    expect(told(after(plan('area', 'east', 'west'), there))).toEqual([['draft', 'bureau', '', 'west', today, null]]);
  });

  it('end where that one says the same already', () => {
    const twin = aRule({ id: 'twin', categoryCode: 'waste', areaCode: 'west' });
    expect(told(after(plan('area', 'east', 'west'), there, twin))).toEqual([
      ['end', 'bureau', '', 'east', '2020-01-01', today],
    ]);
  });

  it('are in conflict where it says otherwise', () => {
    const twin = aRule({ id: 'twin', categoryCode: 'waste', areaCode: 'west', leadId: 'other' });
    const { changes, conflicts } = after(plan('area', 'east', 'west'), there, twin);
    expect(changes).toEqual([]);
    expect(conflicts).toEqual([expect.stringContaining('承办单位却不同')]);
  });
});

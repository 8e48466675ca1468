import fc from 'fast-check';
import type { Channel } from '#ticket/channel';
import type { TicketType } from '#ticket/ticket-type';
import type { Urgency } from '#ticket/urgency';
import { aRule } from './a-rule.spec-support';
import type { DispatchRule } from './dispatch-rule';
import { rankRules, type Departments, type Matter } from './rank-rules';
import { searchedText } from './rule-conditions';
import { mayTie } from './rule-ties';

/** `waste` lies in `city`, `east-1` in `east` in `district`. */
const above: Readonly<Record<string, readonly string[]>> = {
  waste: ['waste', 'city'],
  city: ['city'],
  school: ['school'],
  'east-1': ['east-1', 'east', 'district'],
  east: ['east', 'district'],
  district: ['district'],
};
const chain = (code: string | null): readonly string[] => (code === null ? [] : (above[code] ?? []));

interface AskedMatter {
  categoryCode: string | null;
  areaCode: string | null;
  type: TicketType;
  urgency: Urgency;
  channel: Channel;
  text: string;
  day: string;
}

const matter = (asked: Partial<AskedMatter>): Matter => ({
  categories: chain(asked.categoryCode ?? null),
  areas: chain(asked.areaCode ?? null),
  type: asked.type ?? 'help',
  urgency: asked.urgency ?? 'normal',
  channel: asked.channel ?? 'phone',
  text: searchedText(asked.text ?? ''),
  day: asked.day ?? '2026-09-14',
});

const departments: Departments = { isInForce: (id) => id !== 'gone', isTown: (id) => id.startsWith('town') };
const ranked = (rules: readonly DispatchRule[], asked: Partial<AskedMatter>, among = departments) =>
  rankRules(rules, matter(asked), among).map(({ rule }) => rule.id);

describe('the dispatch catalogue', () => {
  it('takes the nearer category before the nearer area, and both before conditions', () => {
    const rules = [
      aRule({ id: 'fall-back' }),
      aRule({ id: 'east', areaCode: 'east' }),
      aRule({ id: 'words', keywords: ['井盖'], types: ['help'], urgencies: ['normal'], channels: ['phone'] }),
      aRule({ id: 'city', categoryCode: 'city' }),
      aRule({ id: 'city east', categoryCode: 'city', areaCode: 'east' }),
      aRule({ id: 'waste', categoryCode: 'waste' }),
    ];
    const asked = { categoryCode: 'waste', areaCode: 'east-1', text: '井盖缺失' };
    const expected = ['waste', 'city east', 'city', 'east', 'words', 'fall-back'];
    expect(ranked(rules, asked)).toEqual(expected);
    expect(ranked(rules.toReversed(), asked)).toEqual(expected);
  });

  it('takes words before type, type before urgency, urgency before channel, and then the lower precedence', () => {
    const rules = [
      aRule({ id: 'channel', channels: ['phone'] }),
      aRule({ id: 'urgency', urgencies: ['normal'] }),
      aRule({ id: 'type', types: ['help'] }),
      aRule({ id: 'type and urgency', types: ['help'], urgencies: ['normal'] }),
      aRule({ id: 'words', keywords: ['ETC', '井盖'] }),
      aRule({ id: 'words first', keywords: ['路灯', '设备'], precedence: 10 }),
    ];
    expect(ranked(rules, { text: '高速etc设备' })).toEqual([
      'words first',
      'words',
      'type and urgency',
      'type',
      'urgency',
      'channel',
    ]);
    expect(ranked(rules, { type: 'report', urgency: 'urgent', channel: 'web' })).toEqual([]);
  });

  it('passes over rows that are not in force on the day and departments that are no more', () => {
    const rules = [
      aRule({ id: 'past', validTo: '2026-09-14' }),
      aRule({ id: 'planned', validFrom: '2026-09-15' }),
      aRule({ id: 'gone', categoryCode: 'city', leadId: 'gone' }),
      aRule({ id: 'today', validFrom: '2026-09-14', validTo: '2026-09-15' }),
    ];
    expect(ranked(rules, { categoryCode: 'city' })).toEqual(['today']);
    expect(ranked(rules, { day: '2026-09-15' })).toEqual(['planned']);
  });

  it('finds the fall-back owner of the nearest area, and never a town for a departmental matter', () => {
    const rules = [
      aRule({ id: 'fall-back' }),
      aRule({ id: 'district', areaCode: 'district' }),
      aRule({ id: 'east', areaCode: 'east', leadId: 'town-east' }),
      aRule({ id: 'city', categoryCode: 'city' }),
      aRule({ id: 'waste east', categoryCode: 'waste', areaCode: 'east', leadId: 'town-east' }),
      aRule({ id: 'school', categoryCode: 'school', leadId: 'town-school' }),
    ];
    expect(ranked(rules, { areaCode: 'east-1' })).toEqual(['east', 'district', 'fall-back']);
    expect(ranked(rules, { categoryCode: 'city', areaCode: 'east-1' })).toEqual(['city', 'district', 'fall-back']);
    // A row that names the matter and the place is no default.
    const named = { categoryCode: 'waste', areaCode: 'east-1' };
    expect(ranked(rules, named)).toEqual(['waste east', 'city', 'district', 'fall-back']);
    const ofTowns = { categoryCode: 'school', areaCode: 'east-1' };
    expect(ranked(rules, ofTowns)).toEqual(['school', 'east', 'district', 'fall-back']);
  });
});

/** Most rows leave most open. */
const some = <Value>(...values: Value[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<Value[]>([]) }, { weight: 1, arbitrary: fc.subarray(values) });
const day = fc.constantFrom('2026-09-01', '2026-09-10', '2026-09-20');
const anyRow = fc.record({
  categoryCode: fc.constantFrom(null, 'waste', 'city', 'school'),
  areaCode: fc.constantFrom(null, 'east-1', 'east', 'district'),
  keywords: some('井盖', '路灯'),
  types: some<TicketType>('help', 'report'),
  urgencies: some<Urgency>('normal', 'urgent'),
  channels: some<Channel>('phone', 'web'),
  precedence: fc.constantFrom(10, 50),
  leadId: fc.constantFrom('bureau', 'enterprise', 'town-east', 'town-west', 'gone'),
  validFrom: day,
  validTo: fc.option(day),
});
const rules = fc
  .array(anyRow, { maxLength: 14 })
  .map((all) => all.map((each, index) => aRule({ ...each, id: String(index) })));
/** Two rows that differ in some of their fields: most pairs have nothing in common. */
const pairs = fc
  .tuple(
    anyRow,
    anyRow,
    fc.subarray(['keywords', 'types', 'urgencies', 'channels', 'precedence', 'validFrom', 'validTo']),
  )
  .map(([one, other, fields]) => {
    const differing = Object.fromEntries(Object.entries(other).filter(([field]) => fields.includes(field)));
    return [aRule({ ...one, id: 'one' }), aRule({ ...one, ...differing, id: 'another' })] as const;
  });
const asked: fc.Arbitrary<AskedMatter> = fc.record({
  categoryCode: fc.constantFrom(null, 'waste', 'city', 'school'),
  areaCode: fc.constantFrom(null, 'east-1', 'east', 'district'),
  type: fc.constantFrom<TicketType>('help', 'report', 'praise'),
  urgency: fc.constantFrom<Urgency>('normal', 'urgent', 'critical'),
  channel: fc.constantFrom<Channel>('phone', 'web', 'app'),
  text: fc.constantFrom('', '井盖', '路灯不亮', '井盖和路灯'),
  day,
});

const isFor = (rule: DispatchRule, of: AskedMatter): boolean =>
  rule.validFrom <= of.day &&
  (rule.validTo === null || of.day < rule.validTo) &&
  (rule.categoryCode === null || chain(of.categoryCode).includes(rule.categoryCode)) &&
  (rule.areaCode === null || chain(of.areaCode).includes(rule.areaCode)) &&
  (rule.keywords.length === 0 || rule.keywords.some((word) => of.text.includes(word))) &&
  (rule.types.length === 0 || rule.types.includes(of.type)) &&
  (rule.urgencies.length === 0 || rule.urgencies.includes(of.urgency)) &&
  (rule.channels.length === 0 || rule.channels.includes(of.channel));

/** The stated order, question by question, as a patient person would ask: negative when the left one counts. */
function compared(left: DispatchRule, right: DispatchRule, { categoryCode, areaCode }: AskedMatter): number {
  const place = (code: string | null, of: string | null) =>
    code === null ? Number.MAX_SAFE_INTEGER : chain(of).indexOf(code);
  const names = (list: readonly unknown[]) => (list.length > 0 ? 0 : 1);
  const questions = [
    (rule: DispatchRule) => place(rule.categoryCode, categoryCode),
    (rule: DispatchRule) => place(rule.areaCode, areaCode),
    (rule: DispatchRule) => names(rule.keywords),
    (rule: DispatchRule) => names(rule.types),
    (rule: DispatchRule) => names(rule.urgencies),
    (rule: DispatchRule) => names(rule.channels),
    (rule: DispatchRule) => rule.precedence,
  ];
  return questions.map((of) => of(left) - of(right)).find((difference) => difference !== 0) ?? 0;
}

/** Every row that is for it, but those of towns that are its defaults only by the place. */
function byHand(all: readonly DispatchRule[], of: AskedMatter): DispatchRule[] {
  const found = all.filter((rule) => isFor(rule, of) && rule.leadId !== 'gone');
  const isPlain = ({ keywords, types, urgencies: some, channels: ways }: DispatchRule) =>
    [keywords, types, some, ways].every((list) => list.length === 0);
  const defaults = chain(of.categoryCode).flatMap((code) =>
    found
      .filter((rule) => rule.categoryCode === code && rule.areaCode === null && isPlain(rule))
      .sort((left, right) => left.precedence - right.precedence),
  );
  const isDepartmental = defaults[0] !== undefined && !defaults[0].leadId.startsWith('town');
  return found.filter(
    ({ categoryCode, leadId }) => !(isDepartmental && categoryCode === null && leadId.startsWith('town')),
  );
}

/** A catalogue as it may be kept: a row that ties with one before it was refused. */
const kept = (all: readonly DispatchRule[]): DispatchRule[] =>
  all.reduce<DispatchRule[]>(
    (taken, each) => (taken.some((other) => mayTie(other, each)) ? taken : [...taken, each]),
    [],
  );

/** Every ticket there may be, as far as these rows can tell. */
const universe: AskedMatter[] = [null, 'waste', 'school'].flatMap((categoryCode) =>
  [null, 'east-1'].flatMap((areaCode) =>
    (['help', 'report'] as const).flatMap((type) =>
      (['normal', 'urgent'] as const).flatMap((urgency) =>
        (['phone', 'web'] as const).flatMap((channel) =>
          ['2026-09-01', '2026-09-10', '2026-09-20'].map((on) => ({
            ...{ categoryCode, areaCode, type, urgency, channel },
            ...{ text: '井盖和路灯', day: on },
          })),
        ),
      ),
    ),
  ),
);

describe('of any catalogue', () => {
  it('the row that counts is the one that a patient person would find, and no other is as specific', () => {
    fc.assert(
      fc.property(rules.map(kept), asked, (all, of) => {
        const order = byHand(all, of).sort((left, right) => compared(left, right, of));
        expect(ranked(all, of)).toEqual(order.map(({ id }) => id));
        expect(ranked(all.toReversed(), of)).toEqual(ranked(all, of));
      }),
      { numRuns: 3_000 },
    );
  });

  it('two rows tie if, and only if, there is a ticket for both and neither is more specific', () => {
    const found = new Set<boolean>();
    fc.assert(
      fc.property(pairs, ([left, right]) => {
        const ties = universe.some((of) => isFor(left, of) && isFor(right, of) && compared(left, right, of) === 0);
        found.add(ties);
        expect(mayTie(left, right)).toBe(ties);
        expect(mayTie(right, left)).toBe(ties);
      }),
      { numRuns: 3_000 },
    );
    expect(found.size).toBe(2);
  });
});

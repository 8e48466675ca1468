import fc from 'fast-check';
import type { IssueRuleValues } from '#ticket/issue-rule';
import { kinship, type Kinsman } from './kinship';

const rules = { leastScore: 0.6, windowDays: 14 } as IssueRuleValues;
const lamp: Kinsman = {
  id: '1',
  title: '滨河路二号楼前路灯不亮',
  content: '晚上漆黑一片，老人出行不便',
  address: null,
  location: null,
  categoryCode: 'city.lamp',
  areaCode: 'east-1',
  registeredAt: new Date('2026-09-14T01:30:00Z'),
};
const other = (given: Partial<Kinsman>): Kinsman => ({ ...lamp, id: '2', ...given });

describe('two tickets of one hot issue', () => {
  it('are told alike, within some days of each other and not far apart', () => {
    expect(kinship(lamp, other({}), rules)).toBeGreaterThan(0.9);
    expect(kinship(lamp, lamp, rules)).toBeNull();
    expect(kinship(lamp, other({ title: '博物馆讲解预约', content: '周末有无场次' }), rules)).toBeNull();
    expect(kinship(lamp, other({ registeredAt: new Date('2026-09-28T01:30:01Z') }), rules)).toBeNull();
    expect(kinship(lamp, other({ areaCode: 'west-1' }), rules)).toBeNull();
  });

  it('may lie in two areas when their addresses tell of one place, and anywhere when one names none', () => {
    const [here, there] = [{ address: '滨河路二号楼' }, { areaCode: 'west-1', address: '滨河路二号楼旁' }];
    expect(kinship({ ...lamp, ...here }, other(there), rules)).not.toBeNull();
    expect(kinship(lamp, other({ areaCode: null }), rules)).not.toBeNull();
  });

  it('are so the same both ways', () => {
    const words = fc.array(fc.constantFrom(...Array.from('滨河路灯不亮井盖')), { maxLength: 24 });
    const kinsman = fc.record({
      id: fc.uuid(),
      title: words.map((each) => each.join('')),
      content: words.map((each) => each.join('')),
      address: fc.option(words.map((each) => each.join(''))),
      location: fc.constant(null),
      categoryCode: fc.constantFrom('a', 'b', null),
      areaCode: fc.constantFrom('e', 'w', null),
      registeredAt: fc.date({ min: new Date('2026-09-01'), max: new Date('2026-10-01'), noInvalidDate: true }),
    });
    fc.assert(
      fc.property(kinsman, kinsman, (one, two) => expect(kinship(one, two, rules)).toBe(kinship(two, one, rules))),
    );
  });
});

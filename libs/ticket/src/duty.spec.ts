import { dutyMatterKinds, handoverGroups, handoverKinds, type HandoverGroup } from './duty';
import { dutyPosts } from './duty-post';

describe('a hand-over', () => {
  const kindsIn = (group: HandoverGroup) =>
    Object.entries(handoverKinds)
      .filter(([, row]) => row.group === group)
      .map(([kind]) => kind);

  it('is read out by groups: what is urgent, what was promised, what is out of order, what was asked for', () => {
    expect(Object.values(handoverGroups).map(({ label }) => label)).toEqual([
      '一、未结紧急工单',
      '二、已作承诺',
      '三、停供与故障',
      '四、交办事项',
    ]);
  });

  it.each([
    ['emergencies', ['emergency']],
    ['promises', ['appointment', 'promised', 'missed-call', 'draft', 'routing-held']],
    ['outages', ['dead-letter', 'untold-events', 'failed-feedback', 'city-outage']],
    ['tasks', ['task']],
  ] as const)('lists under %s what belongs there', (group, kinds) => {
    expect(kindsIn(group)).toEqual(kinds);
  });
});

describe('what a shift tells the next by hand', () => {
  it('is something the city is without, or else a task', () => {
    const tasks = Object.entries(dutyMatterKinds).filter(([, { outage }]) => !outage);
    expect(tasks.map(([kind]) => kind)).toEqual(['task']);
    expect(Object.keys(dutyMatterKinds)).toHaveLength(7);
  });
});

describe('who is on duty', () => {
  it('is two contacts and a head in a department, and one officer at the hotline', () => {
    expect(Object.entries(dutyPosts).map(([post, row]) => `${row.of} ${post}`)).toEqual([
      'department contact-a',
      'department contact-b',
      'department head',
      'hotline duty-officer',
    ]);
  });
});

import { unlikeAccounts, type KeptAccount } from './accounts-told';
import type { AdminEvent } from './admin-chain';

const facts = { name: '李娜', roles: ['agent'], departmentId: null, disabledAt: null, externalSubject: null };
const account: KeptAccount = { ...facts, id: 'li', demo: false };

const event = (seq: number, after: object, subjectId = 'li'): AdminEvent => ({
  ...{ seq, subjectId, after, before: null, subject: 'account', action: 'edit' },
  ...{ at: new Date(0), actor: 'admin', hash: Buffer.alloc(0) },
});
const disabledAt = '2026-09-14T02:00:00.000Z';
const told = [event(1, { username: 'li.na', ...facts }), event(4, { disabledAt }), event(5, { username: 'li.na' })];
const standing = { ...account, disabledAt: new Date(disabledAt) };

describe('what administrative events tell of accounts', () => {
  it('is what they may do, as the last event about each left it', () => {
    expect(unlikeAccounts(told, [standing])).toEqual([]);
  });

  it.each<[Partial<KeptAccount>, string]>([
    [{ roles: ['admin'] }, 'its roles are others than administrative event 1 left'],
    [{ departmentId: 'urban' }, 'its department is another than administrative event 1 left'],
    [{ disabledAt: null }, 'its time of leaving is another than administrative event 4 left'],
    [{ externalSubject: 'somebody' }, 'its identity elsewhere is another than administrative event 1 left'],
    [{ name: '王芳' }, 'its name is another than administrative event 1 left'],
  ])('is betrayed by %j', (change, fault) => {
    expect(unlikeAccounts(told, [{ ...standing, ...change }])).toEqual([{ id: 'li', fault }]);
  });

  it('is that there is each, and no other but those for demonstration', () => {
    expect(unlikeAccounts(told, [])).toEqual([{ id: 'li', fault: 'its row is missing' }]);
    const [unknown, demo] = [
      { ...account, id: 'wang' },
      { ...account, id: 'demo', demo: true },
    ];
    expect(unlikeAccounts(told, [standing, unknown, demo])).toEqual([
      { id: 'wang', fault: 'no administrative event tells of it' },
    ]);
    const promoted = event(6, { ...facts, roles: ['manager'] }, 'demo');
    expect(unlikeAccounts([...told, promoted], [standing, demo])).toHaveLength(1);
  });
});

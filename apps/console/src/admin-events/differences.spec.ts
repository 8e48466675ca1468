import type { AdminEvent } from './admin-event';
import { differences } from './differences';
import type { Names } from './names';

const names: Names = {
  department: (id) => ({ d1: '城市管理局', d2: '公安局' })[id] ?? id,
  area: (code) => code,
  category: (code) => code,
};

type Told = Pick<AdminEvent, 'subject' | 'action' | 'before' | 'after'>;

const said = (told: Told): string[] =>
  differences(
    { seq: 1, at: '2026-09-14T01:30:00Z', actor: '系统管理员', subjectId: 'x', hash: '', ...told },
    names,
  ).map(({ label, before, after }) => `${label}：${before ?? '无'} → ${after ?? '无'}`);

describe('the log of administrators', () => {
  it('says what is another than before, by the names of roles and departments', () => {
    const before = { username: 'li.na', name: '李娜', roles: ['handler'], departmentId: 'd1', disabledAt: null };
    const after = { ...before, roles: ['handler', 'officer'], departmentId: 'd2' };
    expect(said({ subject: 'account', action: 'edit', before, after })).toEqual([
      '岗位：联络员 → 联络员、经办人',
      '所属单位：城市管理局 → 公安局',
    ]);
  });

  it('says of what is new all that it has, and nothing of what it has not', () => {
    const after = { username: 'li.na', name: '李娜', roles: ['agent'], departmentId: null, absence: null };
    expect(said({ subject: 'account', action: 'create', before: null, after })).toEqual([
      '用户名：无 → li.na',
      '姓名：无 → 李娜',
      '岗位：无 → 话务员',
    ]);
  });

  it('says why somebody was let in no more', () => {
    const before = { name: '李娜', disabledAt: null };
    const after = { name: '李娜', disabledAt: '2026-09-14T01:30:00.000Z', reason: '调离' };
    expect(said({ subject: 'account', action: 'disable', before, after })).toEqual([
      '停用时间：无 → 2026-09-14 09:30:00',
      '原因：无 → 调离',
    ]);
  });

  it('says no field of what changed none, such as a new password', () => {
    const told = { subject: 'account', action: 'change-password', before: null, after: { username: 'li.na' } } as const;
    expect(said(told)).toEqual([]);
  });

  it('says of a calendar the days that came and went, not those that stayed', () => {
    const [newYear, labour] = [
      { date: '2027-01-01', working: false, name: '元旦' },
      { date: '2027-05-01', working: false, name: '劳动节' },
    ];
    const made = { date: '2027-05-08', working: true, name: '劳动节' };
    const [before, after] = [{ days: [newYear, labour] }, { days: [newYear, made] }];
    expect(said({ subject: 'calendar', action: 'edit', before, after })).toEqual([
      '调整日期：2027-05-01 劳动节放假 → 2027-05-08 劳动节上班',
    ]);
  });

  it('names whoever proposed and approved a rule on how long things are kept, and when', () => {
    const before = {
      id: 'r1',
      kind: 'archive',
      proposer: '系统管理员',
      proposedBy: 'a1',
      proposedAt: '2026-09-14T01:30:00.000Z',
      approver: null,
      approvedBy: null,
      approvedAt: null,
    };
    const after = { ...before, approver: '热线负责人', approvedBy: 'a2', approvedAt: '2026-09-14T02:30:00.000Z' };
    expect(said({ subject: 'retention-rule', action: 'approve', before, after })).toEqual([
      '批准：无 → 热线负责人',
      '批准时间：无 → 2026-09-14 10:30:00',
    ]);
  });

  it('says of how many tickets a rule on how long things are kept was carried out', () => {
    const after = { kind: 'erase', tickets: 12 };
    expect(said({ subject: 'retention-rule', action: 'carryOut', before: null, after })).toEqual([
      '处置：无 → 删除个人信息',
      '工单数：无 → 12',
    ]);
  });

  it('leaves nothing out that it has no words for', () => {
    const [before, after] = [{ weight: 1 }, { weight: 2 }];
    expect(said({ subject: 'formula', action: 'edit', before, after })).toEqual(['weight：1 → 2']);
    const counted = (condition: string) => ({ numerator: { label: '重办', condition } });
    const changed = { before: counted('t.round > 1'), after: counted('t.round > 2') };
    expect(said({ subject: 'formula', action: 'edit', ...changed })).toEqual([
      '分子：{"label":"重办","condition":"t.round > 1"} → {"label":"重办","condition":"t.round > 2"}',
    ]);
  });
});

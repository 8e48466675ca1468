import { recomputationWords } from './recomputation-words';

const waiting = { subject: 'time-limit', state: 'waiting', tickets: 0, looked: 0, movedTickets: 0 } as const;

describe('a change on its way through the open tickets', () => {
  it('is said before it begins, of due times and of rungs', () => {
    expect(recomputationWords([waiting])).toBe('已保存。在办工单的到期时间将在数秒后开始重算。');
    expect(recomputationWords([{ ...waiting, subject: 'ladder-row' }])).toBe(
      '已保存。在办工单将在数秒后改按新的督促阶梯。',
    );
  });

  it('is said with how far it has come, of all changes together', () => {
    const running = { ...waiting, state: 'running', tickets: 300, looked: 250, movedTickets: 7 } as const;
    expect(recomputationWords([running, { ...waiting, subject: 'ladder-row' }])).toBe(
      '正在重算在办工单的到期时间：已核算 250 / 300 件，其中 7 件有变动。核算期间工单照常办理。',
    );
  });
});

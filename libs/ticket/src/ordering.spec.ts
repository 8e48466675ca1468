import { anOrder, ATicket, at } from '#testing/a-ticket';

const instruction = { leader: '区长', text: '请速办', date: '2026-03-02', receivedFrom: '区政府办' } as const;
/** What is printed on it besides, when it is signed. */
const numbered = { ...anOrder, series: '武热督', year: 2026, number: 12, sha256: 'f0f0' };
const atWork = () => new ATicket({}, '2026-03-02 10:00').dispatched('lighting-east', 'power');

describe('an order', () => {
  it('goes to a department that has a part, or above one that has', () => {
    for (const departmentId of ['lighting-east', 'lighting', 'power'])
      expect(atWork().refuses('supervise', { ...anOrder, departmentId })).toBeUndefined();
    for (const departmentId of ['roads', 'lighting-west'])
      expect(atWork().refuses('supervise', { ...anOrder, departmentId })).toBe('主送单位不是本工单的承办单位');
  });

  it('on a leader’s instruction tells it, and no other has one', () => {
    const ordered = { ...anOrder, cause: 'leader-instruction' } as const;
    expect(atWork().refuses('supervise', ordered)).toBe('领导批示的督办单须填写批示内容');
    expect(atWork().refuses('supervise', { ...ordered, instruction })).toBeUndefined();
    expect(atWork().refuses('supervise', { ...anOrder, instruction })).toBe('只有领导批示的督办单填写批示内容');
  });

  it.each(['supervise', 'amendSupervision', 'signSupervision'] as const)(
    'wants its answer at an instant that is still to come, where it names one: %s',
    (name) => {
      const due = (dueAt?: string) => atWork().refuses(name, { ...numbered, ...(dueAt && { dueAt: at(dueAt) }) });
      expect(due('2026-03-02 10:02')).toBe('反馈期限须晚于现在');
      expect(due('2026-03-02 10:03')).toBeUndefined();
      expect(due()).toBeUndefined();
    },
  );

  it('that is amended is held to the same', () => {
    expect(atWork().refuses('amendSupervision', { ...anOrder, departmentId: 'roads' })).toBe(
      '主送单位不是本工单的承办单位',
    );
  });
});

import { ATicket, someone } from '#testing/a-ticket';

const bad = { satisfaction: { result: 'dissatisfied' } } as const;
const why = { appealId: 'appeal', reason: '诉求人要求超出政策规定，已提供依据' };
const reworked = () => judged().does('rework', {}, someone(['system']));
const judged = () => new ATicket().answered().rated(bad).does('judge', { reasonable: true, reason: '' });

describe('an appeal against a rating', () => {
  it('is any department’s that had a part in what was rated, a co-handler’s too', () => {
    const ticket = new ATicket().dispatched('lighting', 'power').signed().replied({ overruledReason: '无关' });
    ticket.does('approve', {}).rated(bad);
    const others = ticket.refuses('appeal', ticket.on('power', why), someone(['handler'], ['roads']));
    expect(others).toBe('不是本单位承办的工单');
    expect(ticket.refuses('appeal', ticket.on('power', why), someone(['handler'], ['power']))).toBeUndefined();
    expect(ticket.refuses('appeal', ticket.on('lighting', why), someone(['department-head'], ['lighting']))).toBe(
      undefined,
    );
  });

  it('needs a bad one', () => {
    const refused = '群众没有不满意评价，无须申诉';
    const unrated = new ATicket().answered();
    expect(unrated.refuses('appeal', unrated.on('lighting', why))).toBe(refused);
    const content = new ATicket().answered().rated();
    expect(content.refuses('appeal', content.on('lighting', why))).toBe(refused);
  });

  it('is filed in time', () => {
    const ticket = new ATicket().answered().rated(bad).past('appeal-window');
    expect(ticket.refuses('appeal', ticket.on('lighting', why))).toBe('已超过申诉期限');
  });

  it('stops nothing: it may be filed and decided while the matter is handled again', () => {
    const ticket = reworked();
    const before = ticket.now;
    ticket.does('appeal', { ...why, assignmentId: before.assignments[0]?.id ?? '' });
    ticket.signed().does('accept', { appealId: 'appeal' });
    expect(ticket.now).toMatchObject({ state: 'handling', round: 2, excluded: true });
  });

  it('is not of whoever handles it for the first time after the rating', () => {
    const ticket = judged().does('rework', { leadId: 'roads' });
    expect(ticket.refuses('appeal', ticket.on('roads', why))).toBe('本单位没有承办被评价的那一轮');
  });

  it('is not of whoever led an earlier round than the one that was rated', () => {
    const ticket = judged().does('rework', { leadId: 'roads' }).signed().replied();
    ticket.does('approve', {}).rated(bad);
    const input = { ...why, assignmentId: ticket.now.assignments[0]?.id ?? '' };
    expect(ticket.refuses('appeal', input)).toBe('本单位没有承办被评价的那一轮');
    expect(ticket.refuses('appeal', ticket.on('roads', why))).toBeUndefined();
  });

  it('that is accepted leaves the ticket out and keeps the rating', () => {
    const ticket = judged();
    const { rating, state } = ticket.now;
    ticket.does('appeal', ticket.on('lighting', why)).does('accept', { appealId: 'appeal', note: '属实' });
    expect(ticket.now).toMatchObject({ excluded: true, rating, state });
    expect(ticket.refuses('appeal', ticket.on('lighting', why))).toBe('已有申诉成立，本单已剔除考核');
  });

  it('that is refused changes nothing', () => {
    const ticket = judged().does('appeal', { ...why, assignmentId: 'part-1' });
    const before = ticket.now;
    ticket.does('refuseAppeal', { appealId: 'appeal', reason: '未提供依据' });
    expect(ticket.now).toEqual({ ...before, seq: before.seq + 1 });
    expect(ticket.lastLine?.text).toEqual({ reason: '未提供依据' });
  });
});

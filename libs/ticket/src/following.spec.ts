import { ATicket } from '#testing/a-ticket';
import { mayFollow } from './naming-guards';

const about = (type: 'complaint' | 'report' | 'help', subjectDepartmentId: string | null) => ({
  type,
  subjectDepartmentId,
});
const refused = '主单没有登记同一被反映单位，不能并入，以免由被反映单位自行办理';

describe('a ticket that follows another', () => {
  it.each([
    ['a request for help may follow any', about('help', 'lighting'), about('help', null), null],
    ['a complaint about nobody in particular too', about('complaint', null), about('help', null), null],
    [
      'one about a department follows one about the same',
      about('complaint', 'lighting'),
      about('report', 'lighting'),
      null,
    ],
    [
      'one about nobody may follow one that is about a department',
      about('complaint', null),
      about('report', 'roads'),
      null,
    ],
    ['and none about another', about('complaint', 'lighting'), about('complaint', 'roads'), refused],
    ['nor one that accuses nobody', about('report', 'lighting'), about('complaint', null), refused],
    [
      'nor one that only asks that department for help',
      about('report', 'lighting'),
      about('help', 'lighting'),
      refused,
    ],
  ] as const)('%s', (_, ticket, master, expected) => {
    expect(mayFollow(ticket, master)).toBe(expected);
  });
});

describe('an edit', () => {
  it('does not leave a department alone with a complaint about itself', () => {
    const alone = '工单正由该单位单独承办，请先改派其他单位';
    const ticket = new ATicket({ type: 'complaint' }).dispatched('lighting', 'power');
    expect(ticket.refuses('edit', { subjectDepartmentId: 'lighting' })).toBeUndefined();
    const by = new ATicket({ type: 'complaint' }).dispatched('lighting');
    expect(by.refuses('edit', { subjectDepartmentId: 'lighting' })).toBe(alone);
    const help = new ATicket({ type: 'help', subjectDepartmentId: 'lighting' }).dispatched('lighting');
    expect(help.refuses('edit', { type: 'report' })).toBe(alone);
    expect(help.refuses('edit', { type: 'suggestion' })).toBeUndefined();
  });

  it('names whom it is about before anybody has it', () => {
    const ticket = new ATicket({ type: 'complaint' });
    expect(ticket.refuses('edit', { subjectDepartmentId: 'lighting' })).toBeUndefined();
  });
});

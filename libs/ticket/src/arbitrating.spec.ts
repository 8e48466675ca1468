import { ATicket, someone } from '#testing/a-ticket';
import { needsArbitration, returnedBy } from './assignments';

const supervisor = someone(['supervisor']);
const dispatcher = someone(['dispatcher']);

/** Dispatched to lighting, which objects; upheld; then dispatched to roads, which objects too. */
const objectedTwice = () =>
  new ATicket().dispatched('lighting').returned().does('uphold', {}).dispatched('roads').returned();

describe('arbitration', () => {
  it('is needed at the second return', () => {
    expect(needsArbitration(new ATicket().dispatched().now)).toBe(false);
    const ticket = objectedTwice();
    expect(needsArbitration(ticket.now)).toBe(true);
    expect(ticket.refuses('uphold', {})).toBe('第二次退单或将派第三个单位，须提级裁定');
  });

  it('is needed before a third department', () => {
    const ticket = new ATicket().dispatched('lighting').does('redispatch', { leadId: 'roads', reason: '' }).returned();
    expect(ticket.refuses('uphold', {})).toBe('第二次退单或将派第三个单位，须提级裁定');
  });

  it('is not needed when a lead objects whose co-handler gave its part back', () => {
    const ticket = new ATicket().dispatched('lighting', 'power');
    ticket.does('coReturn', ticket.on('power', { reasonCode: 'not-ours', basis: '' })).returned();
    expect(ticket.refuses('uphold', {})).toBeUndefined();
    expect(returnedBy(ticket.now)).toEqual(['lighting']);
  });

  it('may refuse a return without deciding who else, which is a supervisor’s alone', () => {
    const ticket = objectedTwice();
    expect(ticket.refuses('rejectReturn', { reason: '' }, dispatcher)).toBe(
      '第二次退单或将派第三个单位，须由督办员裁定',
    );
    expect(ticket.refuses('rejectReturn', { reason: '' }, supervisor)).toBeUndefined();
    expect(ticket.now).toMatchObject({ state: 'handling', leadDepartmentId: 'roads' });
  });

  it('is final: the department named can no longer object', () => {
    const ticket = objectedTwice().does('arbitrate', { leadId: 'roads', reason: '由道路单位牵头' });
    expect(ticket.now).toMatchObject({ state: 'dispatched', arbitrated: true, leadDepartmentId: 'roads', round: 1 });
    expect(ticket.parts).toEqual(['lighting lead returned', 'roads lead cancelled', 'roads lead waiting']);
    expect(ticket.lastLine).toMatchObject({ text: { reason: '由道路单位牵头' }, data: { ended: ['part-2'] } });
  });

  it('that names another department has upheld the return', () => {
    const ticket = objectedTwice().does('arbitrate', { leadId: 'water', reason: '' });
    expect(ticket.parts).toEqual(['lighting lead returned', 'roads lead returned', 'water lead waiting']);
    expect(returnedBy(ticket.now)).toEqual(['lighting', 'roads']);
  });

  it('may name a department again whose return was upheld: the other one stays barred', () => {
    const ticket = objectedTwice().does('arbitrate', { leadId: 'lighting', reason: '' });
    expect(returnedBy(ticket.now)).toEqual(['roads']);
    expect(ticket.refuses('redispatch', { leadId: 'roads', reason: '' }, dispatcher)).toBe(
      '该单位的退单已获同意，不得再次派给该单位',
    );
  });

  it('does not count a part from before the return as a naming after it', () => {
    const ticket = new ATicket().dispatched('lighting').does('redispatch', { leadId: 'roads', reason: '' });
    ticket.does('redispatch', { leadId: 'lighting', reason: '' }).returned();
    ticket.does('arbitrate', { leadId: 'water', reason: '' });
    expect(returnedBy(ticket.now)).toEqual(['lighting']);
  });

  it('keeps, adds and removes co-handlers like a redispatch', () => {
    const ticket = new ATicket().dispatched('lighting', 'power', 'water').returned();
    ticket.does('arbitrate', { leadId: 'roads', coHandlerIds: ['water', 'gas'], reason: '' });
    expect(ticket.openParts).toEqual(['water co-handler waiting', 'roads lead waiting', 'gas co-handler waiting']);
  });

  it('is bound by the rules for naming a lead, apart from earlier returns', () => {
    const accused = { type: 'complaint', subjectDepartmentId: 'roads' } as const;
    const ticket = new ATicket(accused).dispatched('lighting').returned();
    expect(ticket.refuses('arbitrate', { leadId: 'roads', reason: '' })).toBe(
      '被反映单位不能单独承办对本单位的投诉举报',
    );
    expect(ticket.refuses('arbitrate', { leadId: 'water', coHandlerIds: ['water'], reason: '' })).toBe(
      '主办单位不能同时是协办单位',
    );
  });

  it('counts co-handlers that stay as company for the accused', () => {
    const accused = { type: 'complaint', subjectDepartmentId: 'roads' } as const;
    const ticket = new ATicket(accused).dispatched('lighting', 'power').returned();
    expect(ticket.refuses('arbitrate', { leadId: 'roads', reason: '' })).toBeUndefined();
  });
});

import { ATicket, someone } from '#testing/a-ticket';

const to = (accountId: string, departmentId = 'lighting') => ({ accountId, departmentId, basis: '本人来电同意' });
const protectedOne = () => new ATicket({ confidential: true }).dispatched('lighting', 'power');

describe('a protected citizen', () => {
  it('may agree to one named officer of a department that is at the matter, or of a unit below it', () => {
    const ticket = protectedOne().does('consentToIdentity', to('officer-1'));
    ticket
      .does('consentToIdentity', to('officer-2', 'lighting-east'))
      .does('consentToIdentity', to('officer-3', 'power'));
    expect(ticket.now.identityConsents).toEqual(['officer-1', 'officer-2', 'officer-3']);
    expect(ticket.now.confidential).toBe(true);
  });

  it('who agrees twice to the same has agreed once', () => {
    const ticket = protectedOne().does('consentToIdentity', to('officer-1')).does('consentToIdentity', to('officer-2'));
    expect(ticket.does('consentToIdentity', to('officer-1')).now.identityConsents).toEqual(['officer-2', 'officer-1']);
  });

  it('may agree to nobody who is not at it, or is no longer', () => {
    const only = '只能告知正在承办本工单的单位人员';
    expect(protectedOne().refuses('consentToIdentity', to('officer-1', 'roads'))).toBe(only);
    const moved = protectedOne().does('redispatch', { leadId: 'roads', reason: '' });
    expect(moved.refuses('consentToIdentity', to('officer-1', 'lighting'))).toBe(only);
    expect(moved.refuses('consentToIdentity', to('officer-1', 'roads'))).toBeUndefined();
  });

  it('is never named to those whom the matter is about, nor to a unit below them', () => {
    const ticket = new ATicket({ type: 'report', subjectDepartmentId: 'power' }).dispatched('lighting', 'power');
    const refused = '不得向被反映单位告知诉求人身份';
    expect(ticket.refuses('consentToIdentity', to('officer-1', 'power'))).toBe(refused);
    expect(ticket.refuses('consentToIdentity', to('officer-1', 'power-east'))).toBe(refused);
    expect(ticket.refuses('consentToIdentity', to('officer-1'))).toBeUndefined();
  });

  it('may take it back from one, and the others keep it', () => {
    const ticket = protectedOne().does('consentToIdentity', to('officer-1')).does('consentToIdentity', to('officer-2'));
    const back = (accountId: string) => ({ accountId, reason: '本人来电' });
    expect(ticket.refuses('withdrawConsent', back('officer-3'))).toBe('没有同意过告知此人');
    expect(ticket.does('withdrawConsent', back('officer-1')).now.identityConsents).toEqual(['officer-2']);
    expect(ticket.refuses('withdrawConsent', back('officer-1'))).toBe('没有同意过告知此人');
  });

  it('who is protected no longer need consent to nobody: what they had agreed to is gone', () => {
    const ticket = protectedOne().does('consentToIdentity', to('officer-1'));
    ticket.does('liftConfidentiality', { basis: '本人来电表示' });
    expect(ticket.now.identityConsents).toEqual([]);
    expect(ticket.refuses('consentToIdentity', to('officer-1'))).toBe('诉求人没有要求保密，无须另行同意');
  });
});

describe('the contact of a citizen', () => {
  const officer = someone(['officer'], ['lighting']);
  const refused = (ticket: ATicket) => ticket.refuses('reveal', { reason: '核实' }, officer);

  it('is shown to the officer they agreed to, until they take it back', () => {
    const ticket = protectedOne();
    expect(refused(ticket)).toBe('保密工单由热线联系群众');
    expect(refused(ticket.does('consentToIdentity', to(officer.id)))).toBeUndefined();
    ticket.does('withdrawConsent', { accountId: officer.id, reason: '' });
    expect(refused(ticket)).toBe('保密工单由热线联系群众');
  });

  it('is a department’s no longer once its own part has ended', () => {
    const ticket = new ATicket().dispatched('lighting').does('redispatch', { leadId: 'roads', reason: '' });
    expect(refused(ticket)).toBe('工单已不由本单位承办，不再提供联系方式');
  });

  it('that was erased is shown to nobody, the hotline neither', () => {
    const ticket = new ATicket().answered().rated().does('archive', {}).does('erase', {});
    for (const role of ['agent', 'supervisor', 'handler'] as const)
      expect(ticket.refuses('reveal', { reason: '' }, someone([role], ['lighting']))).toBe('个人信息已经删除');
    const copy = { copyId: 'copy', sha256: 'f0f0', recipient: '物业', purpose: '协调' };
    expect(ticket.refuses('thirdPartyCopy', copy)).toBe('个人信息已经删除');
  });

  it('counts how often the number to call back was changed, which every rating then tells', () => {
    const ticket = new ATicket().does('changeCallbackNumber', { reason: '原号码停机' });
    ticket.does('changeCallbackNumber', { reason: '又换号' });
    expect(ticket.now.callbackNumberChanges).toBe(2);
    expect(ticket.answered().rated().now.rating?.numberChanged).toBe(true);
    expect(new ATicket().answered().rated().now.rating?.numberChanged).toBe(false);
  });
});

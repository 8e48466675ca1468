import { ATicket, someone } from '#testing/a-ticket';
import { isAccused, revealRefusal } from './identity-guards';

/** `police/traffic` lies below `police`. */
const unitsOf = (id: string): string[] => (id === 'police' ? ['police', 'police/traffic'] : [id]);

const handler = (...departmentIds: string[]) => someone(['handler'], departmentIds);

describe('whom a matter is about', () => {
  const about = { subjectDepartmentId: 'police' };

  it.each([
    ['the department itself', ['police', 'police/traffic'], true],
    ['a unit below it', ['police/traffic'], true],
    ['another department', ['water'], false],
    ['somebody above it, who answers for it', ['bureau', 'police', 'police/traffic'], false],
    ['the hotline', [], false],
  ])('is %s: %s → %s', (_who, departmentIds, expected) => {
    expect(isAccused(about, departmentIds, unitsOf)).toBe(expected);
  });

  it('is nobody when no department is named', () => {
    expect(isAccused({ subjectDepartmentId: null }, ['police'], unitsOf)).toBe(false);
  });
});

describe('a citizen’s contact', () => {
  const dispatched = (given: ConstructorParameters<typeof ATicket>[0] = {}) =>
    new ATicket(given).dispatched('lighting', 'water').now;

  it('is the hotline’s to see, of whoever and whenever', () => {
    for (const role of ['agent', 'shift-lead', 'dispatcher', 'callback', 'supervisor'] as const)
      expect(revealRefusal(dispatched({ confidential: true }), someone([role]), unitsOf)).toBeNull();
  });

  it('is seen by the departments that are at the matter, lead and co-handler alike', () => {
    expect(revealRefusal(dispatched(), handler('lighting'), unitsOf)).toBeNull();
    expect(revealRefusal(dispatched(), handler('water'), unitsOf)).toBeNull();
    expect(revealRefusal(dispatched(), handler('power'), unitsOf)).toBe('工单已不由本单位承办，不再提供联系方式');
  });

  it('is closed with the matter', () => {
    const closed = { ...dispatched(), state: 'closed' } as const;
    expect(revealRefusal(closed, handler('lighting'), unitsOf)).toBe('工单已办结，不再提供联系方式');
  });

  it('of a protected citizen is seen by the officer they agreed to, and by no colleague', () => {
    const agreed = { ...dispatched({ confidential: true }), identityConsents: ['handler'] };
    expect(revealRefusal(agreed, handler('lighting'), unitsOf)).toBeNull();
    const colleague = { ...handler('lighting'), id: 'colleague' };
    expect(revealRefusal(agreed, colleague, unitsOf)).toBe('保密工单由热线联系群众');
  });

  it('of who reports is protected without being asked for, also when the call turns into a report later', () => {
    expect(new ATicket({ type: 'report' }).now.confidential).toBe(true);
    const complaint = new ATicket({ type: 'complaint' });
    expect(complaint.now.confidential).toBe(false);
    expect(complaint.does('edit', { type: 'report' }).now.confidential).toBe(true);
    expect(complaint.does('edit', { type: 'complaint' }).now.confidential).toBe(true);
  });

  it('is opened by no edit: the citizen’s own word ends a protection, and a report’s nothing', () => {
    const asked = new ATicket({ confidential: true });
    expect(asked.refuses('edit', { confidential: false })).toBe('诉求人要求保密，须凭本人同意办理“解除保密”');
    const lifted = asked.does('liftConfidentiality', { basis: '本人来电表示' });
    expect(lifted.now.confidential).toBe(false);
    expect(lifted.refuses('liftConfidentiality', { basis: '再次' })).toBe('诉求人没有要求保密');
    const report = new ATicket({ type: 'report' });
    expect(report.refuses('liftConfidentiality', { basis: '本人来电表示' })).toBe(
      '举报人身份一律保密，只能经本人同意告知一名指定人员',
    );
  });

  it('is never seen by whom the matter is about, were they agreed to or not', () => {
    const about = { ...dispatched({ subjectDepartmentId: 'lighting' }), identityConsents: ['handler'] };
    expect(revealRefusal(about, handler('lighting'), unitsOf)).toBe('被反映单位不得查看诉求人信息');
  });
});

import { ATicket, someone } from '#testing/a-ticket';

const shiftLead = someone(['shift-lead']);
const dispatcher = someone(['dispatcher']);

describe('what a restricted caller asks for', () => {
  const asked = (urgency: 'normal' | 'critical' = 'normal') =>
    new ATicket({ routingHeld: true, restricted: true, urgency });

  it('waits for a shift-lead to let it go', () => {
    const ticket = asked();
    expect(ticket.refuses('dispatch', { leadId: 'lighting' }, dispatcher)).toBe(
      '来电人受骚扰限制，须由值班长放行后派单',
    );
    expect(ticket.refuses('letRoute', {}, dispatcher)).toBe('来电人受骚扰限制，须由值班长放行');
    expect(ticket.does('letRoute', {}, shiftLead).now).toMatchObject({ routingHeld: false, restricted: false });
    expect(ticket.refuses('dispatch', { leadId: 'lighting' }, dispatcher)).toBeUndefined();
  });

  it('waits for nobody where life is in danger', () => {
    expect(asked('critical').refuses('letRoute', {}, dispatcher)).toBeUndefined();
    expect(asked('critical').refuses('dispatch', { leadId: 'lighting' }, dispatcher)).toBeUndefined();
  });

  it('is somebody else’s only while it is held: who is not restricted is let go by a dispatcher', () => {
    expect(new ATicket({ routingHeld: true }).refuses('letRoute', {}, dispatcher)).toBeUndefined();
  });
});

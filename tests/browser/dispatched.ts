import { clientOf } from './client-of';
import type { RunningHotline } from './running-hotline';

/** A ticket that a department has in hand: the city management where no other is named. */
export async function dispatched(
  hotline: RunningHotline,
  title: string,
  department = 'urban',
  more: { address?: string; location?: { lat: number; lng: number } } = {},
): Promise<{ id: string; number: string }> {
  const agent = await clientOf(hotline, 'agent');
  const said = { title, content: '三号楼前的垃圾三天没有清运。', address: '滨河社区', ...more };
  const citizen = { name: '张小明', phone: '13900001111' };
  const ticket = await agent.call('POST /api/tickets', {
    body: { type: 'help', channel: 'phone', ...said, citizen, hold: true },
  });
  const { items } = await agent.call('GET /api/departments');
  const body = { leadId: items.find(({ code }) => code === department)?.id ?? '' };
  const dispatcher = await clientOf(hotline, 'dispatcher');
  await dispatcher.call('POST /api/tickets/:id/dispatch', { params: { id: ticket.id }, body });
  return ticket;
}

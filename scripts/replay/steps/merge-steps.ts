import type { Journey } from '../journey';
import { ticketBody } from '../ticket-body';

/** 并单: a second citizen asks for the same. */
export const mergeSteps = {
  async mergeTwin(journey: Journey) {
    const { scene, role, entry } = journey;
    if (!role.twin) throw new Error('the plot plays two messages, and was given one');
    const body = { ...ticketBody(scene, role, role.twin), hold: true };
    const twin = await scene.staff.agent.call('POST /api/tickets', { body });
    await scene.staff.dispatcher.call('POST /api/tickets/:id/merge', {
      params: { id: twin.id },
      body: { intoId: entry.id },
    });
    journey.twin = journey.enter(twin, 'merged');
  },

  /** The master ends unanswered, so its twin goes its own way again; routing is still kept away from it. */
  async withdrawMaster(journey: Journey) {
    const { scene, params, twin } = journey;
    const body = { reason: '群众表示问题已自行解决，申请撤单。' };
    journey.now('withdrawn', await scene.staff.agent.call('POST /api/tickets/:id/withdraw', { params, body }));
    if (twin) twin.state = 'registered';
  },
};

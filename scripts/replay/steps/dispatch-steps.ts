import type { Journey } from '../journey';
import { awaitLead } from './await-lead';
import { returnOf } from './return-of';

/** What dispatchers decide, and the supervisor where they may not. */
export const dispatchSteps = {
  async askMore(journey: Journey) {
    const { scene, params } = journey;
    const body = { missing: ['where' as const] };
    journey.now('incomplete', await scene.staff.dispatcher.call('POST /api/tickets/:id/ask-more', { params, body }));
  },

  async dispatchByHand(journey: Journey) {
    const { scene, params } = journey;
    const body = { leadId: journey.otherDepartment() };
    const answer = await scene.staff.dispatcher.call('POST /api/tickets/:id/dispatch', { params, body });
    journey.named(answer);
    journey.now('dispatched', answer);
  },

  async redispatch(journey: Journey) {
    const { scene, params } = journey;
    const body = { leadId: journey.otherDepartment(), reason: '原派单位无此职责。' };
    const answer = await scene.staff.dispatcher.call('POST /api/tickets/:id/redispatch', { params, body });
    journey.named(answer);
    journey.now('dispatched', answer);
  },

  async uphold(journey: Journey) {
    const { scene } = journey;
    const params = { id: await returnOf(journey) };
    await scene.staff.dispatcher.call('POST /api/returns/:id/uphold', { params, body: { note: '理由成立。' } });
    journey.now('registered');
    await awaitLead(journey);
  },

  async rejectReturn(journey: Journey) {
    const { scene } = journey;
    const params = { id: await returnOf(journey) };
    await scene.staff.dispatcher.call('POST /api/returns/:id/reject', { params, body: { reason: '属于该单位职责。' } });
    journey.now('handling');
  },

  async arbitrate(journey: Journey) {
    const { scene, params } = journey;
    const body = { leadId: journey.otherDepartment(), reason: '经研究，由该单位主办。' };
    const answer = await scene.staff.supervisor.call('POST /api/tickets/:id/arbitrate', { params, body });
    journey.named(answer);
    journey.now('dispatched', answer);
  },

  async reopen(journey: Journey) {
    const { scene, params } = journey;
    const body = { reason: '经核查，问题并未解决。' };
    const answer = await scene.staff.supervisor.call('POST /api/tickets/:id/reopen', { params, body });
    journey.named(answer);
    journey.now('dispatched', answer);
  },
};

import type { Journey } from '../journey';

/** What the reviewer does with a reply. */
export const reviewSteps = {
  async sendBack(journey: Journey) {
    const { scene, params } = journey;
    const body = { reasonCode: 'no-evidence' as const, note: '请附现场照片。' };
    journey.now('handling', await scene.staff.reviewer.call('POST /api/tickets/:id/send-back', { params, body }));
  },

  async approve(journey: Journey) {
    const { scene, params, role, callable } = journey;
    const answer = await scene.staff.reviewer.call('POST /api/tickets/:id/approve', { params, body: {} });
    const next = role.plot.like?.fromAbove ? 'upstream' : callable ? 'callback' : 'closed';
    journey.now(next, answer, { handled: true });
  },
};

import type { Journey } from '../journey';

/** 上级: what another system decides about its own tickets, entered by the dispatcher. */
export const upstreamSteps = {
  async upstreamAccept(journey: Journey) {
    journey.now(journey.callable ? 'callback' : 'closed', await verdict(journey, 'accept'));
  },

  async upstreamRework(journey: Journey) {
    const answer = await verdict(journey, 'rework');
    journey.named(answer);
    journey.now('dispatched', answer);
  },

  async returnUp(journey: Journey) {
    const { scene, params } = journey;
    const body = { reason: '不属本区管辖。' };
    journey.now('returning-up', await scene.staff.dispatcher.call('POST /api/tickets/:id/return-up', { params, body }));
  },

  async returnUpAccepted(journey: Journey) {
    journey.now('returned-up', await verdict(journey, 'return-accepted'));
  },

  async returnUpRefused(journey: Journey) {
    journey.now('registered', await verdict(journey, 'return-refused'));
  },
};

const verdict = ({ scene, params }: Journey, kind: 'accept' | 'rework' | 'return-accepted' | 'return-refused') =>
  scene.staff.dispatcher.call('POST /api/tickets/:id/upstream-verdict', { params, body: { kind } });

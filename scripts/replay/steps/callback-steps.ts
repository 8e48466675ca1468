import type { CallbackOutcome } from '#ticket/callback-outcome';
import type { Satisfaction } from '#ticket/rating';
import type { Journey } from '../journey';

const hourMs = 3_600_000;
const good = { 'very-satisfied': 45, satisfied: 45, 'basically-satisfied': 10 } as const;

/** What callback agents hear, and make of it. */
export const callbackSteps = {
  /** Who cannot be called is not asked. */
  async rateWell(journey: Journey) {
    if (!journey.callable) return;
    const { scene, params, role } = journey;
    const result: Satisfaction = role.random.weighted(good);
    const solved = role.random.chance(0.9) ? 'yes' : 'partly';
    const body = { contacted: 'yes' as const, solved, satisfaction: { result, attitude: result } } as const;
    const answer = await scene.staff.callback.call('POST /api/tickets/:id/ratings', { params, body });
    journey.now('closed', answer, { rating: { solved, result } });
  },

  async rateBadly(journey: Journey) {
    const { scene, params, role } = journey;
    const result = role.random.chance(0.3) ? 'very-dissatisfied' : 'dissatisfied';
    const comment = '问题没有得到解决。';
    const body = { contacted: 'yes', solved: 'no', satisfaction: { result }, comment } as const;
    const answer = await scene.staff.callback.call('POST /api/tickets/:id/ratings', { params, body });
    journey.now('callback', answer, { rating: { solved: 'no', result } });
  },

  async judgeReasonable(journey: Journey) {
    const { scene, params } = journey;
    const body = { reasonable: true, reason: '诉求合理，发回重办。' };
    const answer = await scene.staff.callback.call('POST /api/tickets/:id/judgement', { params, body });
    journey.named(answer);
    journey.now('dispatched', answer);
  },

  async judgeUnreasonable(journey: Journey) {
    const { scene, params } = journey;
    const body = { reasonable: false, reason: '已依法依规答复，诉求超出政策范围。' };
    journey.now('closed', await scene.staff.callback.call('POST /api/tickets/:id/judgement', { params, body }));
  },

  /** However often within a replay: attempts count once in each band of a day, so the ticket stays to be called. */
  noAnswer: (journey: Journey) => attempt(journey, 'no-answer'),

  appointment: (journey: Journey) => attempt(journey, 'appointment'),
};

async function attempt(journey: Journey, outcome: CallbackOutcome): Promise<void> {
  const { scene, params } = journey;
  const appointmentAt = outcome === 'appointment' ? new Date(Date.now() + hourMs).toISOString() : undefined;
  const body = { outcome, appointmentAt };
  const answer = await scene.staff.callback.call('POST /api/tickets/:id/callback-attempts', { params, body });
  journey.now('callback', answer);
}

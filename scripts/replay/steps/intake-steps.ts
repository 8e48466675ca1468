import type { Journey } from '../journey';
import { ticketBody } from '../ticket-body';
import { awaitLead } from './await-lead';

/** What agents, and the citizens on their phones, do. */
export const intakeSteps = {
  async register(journey: Journey) {
    const { scene, role } = journey;
    const body = ticketBody(scene, role, role.message);
    const answer = await scene.staff.agent.call('POST /api/tickets', { body });
    const { atOnce, held, placeless } = role.plot.like ?? {};
    journey.begin(answer, body, atOnce ? 'closed' : placeless ? 'incomplete' : 'registered');
    journey.now(journey.entry.state, answer, { answeredOnCall: atOnce === 'answered' });
    if (journey.entry.state === 'registered' && !held) await awaitLead(journey);
  },

  async complete(journey: Journey) {
    const { scene, params, role } = journey;
    const body = { areaCode: role.random.pick(scene.places.areas) };
    const answer = await scene.staff.agent.call('POST /api/tickets/:id/complete', { params, body });
    const isHeld = role.plot.like?.held === true;
    // Routing may be quicker than the answer, unless it is kept away.
    journey.now('registered', isHeld ? answer : undefined);
    if (!isHeld) await awaitLead(journey);
  },

  async release(journey: Journey) {
    const { scene, params } = journey;
    await scene.staff.agent.call('POST /api/tickets/:id/release', { params, body: {} });
    await awaitLead(journey);
  },

  async nudge(journey: Journey) {
    const { scene, params, entry } = journey;
    const body = { text: '群众来电询问办理进展。' };
    journey.now(entry.state, await scene.staff.agent.call('POST /api/tickets/:id/nudge', { params, body }));
  },

  async supplement(journey: Journey) {
    const { scene, params, entry } = journey;
    const body = { text: '群众补充：上述情况近日仍然存在。' };
    journey.now(entry.state, await scene.staff.agent.call('POST /api/tickets/:id/supplement', { params, body }));
  },

  async withdraw(journey: Journey) {
    const { scene, params } = journey;
    const body = { reason: '群众表示问题已自行解决，申请撤单。' };
    journey.now('withdrawn', await scene.staff.agent.call('POST /api/tickets/:id/withdraw', { params, body }));
  },

  async void(journey: Journey) {
    const { scene, params } = journey;
    const body = { reason: '测试来电，内容无效。' };
    journey.now('void', await scene.staff.supervisor.call('POST /api/tickets/:id/void', { params, body }));
  },
};

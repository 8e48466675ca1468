import { CallRefused } from '../hotline-client';
import { Surprise, type Journey, type TicketAnswer } from '../journey';

/** Milliseconds after which a dispatcher does by hand what routing has left alone. */
const routingMs = 10_000;

/** Waits until routing has found a lead. When everybody who could have it has returned it, a dispatcher names one. */
export async function awaitLead(journey: Journey): Promise<void> {
  const found = await journey.scene.patience.until(() => look(journey), routingMs);
  journey.named(found ?? (await byHand(journey)));
}

async function look(journey: Journey): Promise<TicketAnswer | null> {
  const { scene, params } = journey;
  scene.ledger.looks += 1;
  const ticket = await scene.staff.agent.call('GET /api/tickets/:id', { params });
  return ticket.state === 'dispatched' ? ticket : null;
}

async function byHand(journey: Journey): Promise<TicketAnswer> {
  const { scene, params } = journey;
  const body = { leadId: journey.otherDepartment(), note: '久未派出，人工派单。' };
  scene.ledger.dispatchedByHand += 1;
  try {
    return await scene.staff.dispatcher.call('POST /api/tickets/:id/dispatch', { params, body });
  } catch (error) {
    const late =
      error instanceof CallRefused && error.problem.code === 'transition-refused' ? await look(journey) : null;
    if (late) return late;
    throw error instanceof CallRefused ? new Surprise(`nobody dispatched it: ${error.problem.detail}`) : error;
  }
}

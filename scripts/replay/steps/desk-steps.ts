import type { Journey } from '../journey';

const reply = {
  factFinding: 'confirmed',
  demandFinding: 'reasonable',
  internalText: '已派员到现场核实，情况属实，已责成相关责任人整改并复查。',
  publicText: '您反映的问题已核实处理。感谢您的监督，如仍有问题请再次来电。',
} as const;

/** What the lead's department does at its desk. */
export const deskSteps = {
  async sign(journey: Journey) {
    await journey.handler.call('POST /api/assignments/:id/sign', { params: journey.partParams, body: {} });
    if (journey.entry.type === 'praise') journey.now('closed', undefined, { handled: true });
    else journey.now('handling');
  },

  /** A protected citizen is spoken to by the hotline alone. */
  async contact(journey: Journey) {
    if (journey.confidential) return;
    const body = { at: new Date().toISOString(), by: 'phone' as const };
    await journey.handler.call('POST /api/assignments/:id/contact', { params: journey.partParams, body });
  },

  async interimReport(journey: Journey) {
    const body = { text: '已联系施工单位，待其提供材料。' };
    await journey.handler.call('POST /api/assignments/:id/interim-report', { params: journey.partParams, body });
  },

  /** A department may not see a protected citizen at all. */
  async reveal(journey: Journey) {
    if (journey.confidential) return;
    const body = { reason: '上门前联系群众。' };
    await journey.handler.call('POST /api/tickets/:id/reveal', { params: journey.params, body });
  },

  async return(journey: Journey) {
    const body = { reasonCode: 'not-ours' as const, basis: '依据本单位三定方案，不属本单位职责。' };
    await journey.handler.call('POST /api/assignments/:id/return', { params: journey.partParams, body });
    journey.now('returning');
  },

  async reply(journey: Journey) {
    const solved = journey.role.random.chance(0.85);
    const said = solved
      ? { ...reply, resolution: 'solved' as const }
      : { ...reply, resolution: 'unsolved' as const, unsolvedReason: '涉及多方产权，需另行协商。' };
    await journey.handler.call('POST /api/assignments/:id/reply', { params: journey.partParams, body: said });
    journey.now('replied');
  },
};

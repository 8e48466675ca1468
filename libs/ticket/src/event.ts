import type { Service } from './service';

/**
 * What the services tell each other. `heardBy` names who acts; an event nobody acts on is `record-only`:
 * it is history and goes into no queue.
 */
export const events = {
  'ticket.registered': { heardBy: ['routing', 'deadlines', 'intake'] },
  'ticket.edited': { heardBy: ['intake', 'deadlines'] },
  'ticket.completed': { heardBy: ['routing', 'deadlines', 'intake'] },
  'ticket.asked-more': { heardBy: ['deadlines'] },
  'ticket.supplemented': 'record-only',
  'ticket.answered-on-call': { heardBy: ['deadlines', 'intake'] },
  'ticket.referred': { heardBy: ['deadlines', 'intake'] },
  'ticket.let-route': { heardBy: ['routing'] },
  'ticket.dispatched': { heardBy: ['deadlines'] },
  'ticket.redispatched': { heardBy: ['deadlines'] },
  'ticket.arbitrated': { heardBy: ['deadlines'] },
  'ticket.co-handler-added': { heardBy: ['deadlines'] },
  'ticket.co-handler-removed': { heardBy: ['deadlines'] },
  // A praise that is signed is answered, and so are those merged into it.
  'ticket.signed': { heardBy: ['deadlines', 'intake'] },
  'ticket.co-signed': { heardBy: ['deadlines'] },
  'ticket.contacted': { heardBy: ['deadlines'] },
  'ticket.interim-reported': 'record-only',
  'ticket.sub-dispatched': { heardBy: ['deadlines'] },
  'ticket.reply-drafted': 'record-only',
  'ticket.signature-asked': 'record-only',
  'ticket.signed-off': 'record-only',
  'ticket.return-asked': { heardBy: ['deadlines'] },
  'ticket.return-upheld': { heardBy: ['routing', 'deadlines'] },
  'ticket.return-rejected': { heardBy: ['deadlines'] },
  'ticket.co-returned': { heardBy: ['deadlines'] },
  'ticket.replied': { heardBy: ['satisfaction', 'deadlines'] },
  'ticket.co-replied': { heardBy: ['deadlines'] },
  'ticket.sent-back': { heardBy: ['deadlines'] },
  'ticket.first-approved': 'record-only',
  'ticket.approved': { heardBy: ['deadlines', 'intake'] },
  'ticket.reply-corrected': { heardBy: ['satisfaction', 'deadlines'] },
  'ticket.correction-refused': { heardBy: ['deadlines'] },
  'ticket.upstream-accepted': { heardBy: ['deadlines'] },
  'ticket.upstream-reworked': { heardBy: ['deadlines'] },
  'ticket.returned-up': { heardBy: ['deadlines'] },
  'ticket.return-up-accepted': { heardBy: ['deadlines', 'intake'] },
  'ticket.return-up-refused': { heardBy: ['routing', 'deadlines'] },
  'ticket.callback-attempted': { heardBy: ['satisfaction', 'deadlines'] },
  'ticket.rated': { heardBy: ['satisfaction', 'deadlines'] },
  'ticket.closed-unrated': { heardBy: ['deadlines'] },
  'ticket.judged': { heardBy: ['deadlines'] },
  'ticket.reworked': { heardBy: ['deadlines'] },
  'ticket.reopened': { heardBy: ['deadlines'] },
  'ticket.extension-asked': { heardBy: ['deadlines'] },
  'ticket.extended': { heardBy: ['deadlines'] },
  'ticket.extension-refused': { heardBy: ['deadlines'] },
  'ticket.co-extension-asked': { heardBy: ['deadlines'] },
  'ticket.co-extended': { heardBy: ['deadlines'] },
  'ticket.co-extension-refused': { heardBy: ['deadlines'] },
  'ticket.limit-set': { heardBy: ['deadlines'] },
  'ticket.limit-lifted': { heardBy: ['deadlines'] },
  'ticket.hold-asked': 'record-only',
  'ticket.hold-refused': 'record-only',
  'ticket.hold-ended': { heardBy: ['deadlines'] },
  'ticket.held': { heardBy: ['deadlines'] },
  'ticket.resumed': { heardBy: ['deadlines'] },
  'ticket.merged': { heardBy: ['deadlines'] },
  'ticket.answered-with-master': { heardBy: ['deadlines', 'intake'] },
  'ticket.unmerged': { heardBy: ['routing', 'deadlines'] },
  'ticket.released': { heardBy: ['routing', 'deadlines'] },
  'ticket.withdrawn': { heardBy: ['deadlines', 'intake'] },
  'ticket.voided': { heardBy: ['deadlines', 'intake'] },
  'ticket.nudged': 'record-only',
  'ticket.urged': 'record-only',
  'ticket.supervised': 'record-only',
  'ticket.supervision-amended': 'record-only',
  'ticket.supervision-discarded': 'record-only',
  'ticket.supervision-signed': { heardBy: ['deadlines'] },
  'ticket.supervision-answered': { heardBy: ['deadlines'] },
  'ticket.supervision-sent-back': { heardBy: ['deadlines'] },
  'ticket.supervision-closed': { heardBy: ['deadlines'] },
  'ticket.reached-by-phone': 'record-only',
  'ticket.appealed': { heardBy: ['deadlines'] },
  'ticket.excluded': { heardBy: ['deadlines'] },
  'ticket.appeal-refused': { heardBy: ['deadlines'] },
  'ticket.marked': 'record-only',
  'ticket.revealed': 'record-only',
  'ticket.recording-heard': 'record-only',
  'ticket.callback-number-changed': 'record-only',
  'ticket.identity-consented': 'record-only',
  'ticket.consent-withdrawn': 'record-only',
  'ticket.confidentiality-lifted': 'record-only',
  // A department that had two parts in it has one now; search knows the new area.
  'ticket.succeeded': { heardBy: ['deadlines', 'intake'] },
  'ticket.archived': 'record-only',
  // Search forgets what it read.
  'ticket.erased': { heardBy: ['intake'] },
  // Whoever imports history writes what search reads of it in the same transaction.
  'ticket.imported': 'record-only',
  'ticket.copied-for-third-party': 'record-only',
  'ticket.attached': 'record-only',
  'ticket.attachment-shared': 'record-only',
  'ticket.attachment-withheld': 'record-only',
} as const satisfies Record<`ticket.${string}`, { heardBy: readonly [Service, ...Service[]] } | 'record-only'>;

export type EventName = keyof typeof events;
export const eventNames = Object.keys(events) as EventName[];

/** The services that act on this event; none for one that is only recorded. */
export function hearersOf(name: EventName): readonly Service[] {
  const row = events[name];
  return row === 'record-only' ? [] : row.heardBy;
}

/** What travels in a job: where to look, never what is true. `seq` is the history line that caused it. */
export interface TicketEvent<Name extends EventName = EventName> {
  readonly name: Name;
  readonly ticketId: string;
  readonly seq: number;
}

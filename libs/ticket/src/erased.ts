import type { Effect } from './effect';
import type { Reply } from './ticket';

/** What stands in the place of a text that was erased. */
export const erasedText = '（个人信息已删除）';

/**
 * Everything personal goes: who asked, what they said and what was said to them, and where exactly. What is counted
 * stays: class, area, times, findings, rating. Its history keeps its facts, and the digests of what was said.
 */
export const erased: Effect<object> = (ticket, _input, { at }) => ({
  version: ticket.version + 1,
  title: erasedText,
  content: '',
  address: null,
  location: null,
  citizenId: null,
  reachable: false,
  identityConsents: [],
  subjectParty: null,
  callId: null,
  post: null,
  attributes: {},
  erasedAt: at,
  assignments: ticket.assignments.map((part) => (part.reply ? { ...part, reply: withoutWords(part.reply) } : part)),
});

function withoutWords({ replaces: _replaced, ...reply }: Reply): Reply {
  return { ...reply, internalText: '', publicText: '', unsolvedReason: null };
}

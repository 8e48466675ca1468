/**
 * The fields of a transition's input that people write freely and that may name somebody. They are kept beside
 * the history line, not in it: the chain covers their keyed digest, so that erasing them leaves the chain whole.
 */
export const freeTextFields = [
  'text',
  'note',
  'reason',
  'basis',
  'limitSource',
  'route',
  'because',
  'comment',
  'plan',
  'responsible',
  'requirement',
  'copyTo',
  'instruction',
  'internalText',
  'publicText',
  'unsolvedReason',
  'overruledReason',
  'notReachedReason',
  'title',
  'content',
  'address',
  'subjectParty',
  'location',
  'recipient',
  'purpose',
] as const;

const free = new Set<string>(freeTextFields);

/** Splits an input into the facts that history may keep for good and the free text that may be erased. */
export function splitText(input: object): { data: Record<string, unknown>; text: Record<string, unknown> | null } {
  const data: Record<string, unknown> = {};
  const text: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(input)) {
    if (value === undefined) continue;
    (free.has(field) ? text : data)[field] = value;
  }
  return { data, text: Object.keys(text).length > 0 ? text : null };
}

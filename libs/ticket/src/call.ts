/** A telephone call as the call platform tells of it: each event fills in facts, in whatever order they come. */
export const callEvents = {
  ringing: { label: '振铃', fact: 'rangAt' },
  answered: { label: '接通', fact: 'answeredAt' },
  ended: { label: '挂机', fact: 'endedAt' },
  missed: { label: '未接', fact: 'missedAt' },
  'recording-ready': { label: '录音就绪', fact: null },
  rated: { label: '话后评价', fact: null },
} as const satisfies Record<string, { label: string; fact: string | null }>;

export type CallEventName = keyof typeof callEvents;

/** What is known of a call. Two tellings of the same are one, and none takes away what another said. */
export interface CallFacts {
  readonly rangAt: Date | null;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly missedAt: Date | null;
  /** Where it rang last, and when that was. */
  readonly extension: string | null;
  readonly extensionAt: Date | null;
  readonly phone: string | null;
  readonly recordingUrl: string | null;
  /** 1 to 5, as the citizen pressed it; the first one holds. */
  readonly rating: number | null;
  readonly ratedAt: Date | null;
}

export const unknownCall: CallFacts = {
  rangAt: null,
  answeredAt: null,
  endedAt: null,
  missedAt: null,
  extension: null,
  extensionAt: null,
  phone: null,
  recordingUrl: null,
  rating: null,
  ratedAt: null,
};

export interface CallEvent {
  readonly event: CallEventName;
  readonly at: Date;
  readonly phone?: string;
  readonly extension?: string;
  readonly recordingUrl?: string;
  readonly rating?: number;
}

/** What is known of a call after an event, whichever came before: the order of events changes nothing. */
export function callAfter(known: CallFacts, told: CallEvent): CallFacts {
  const { fact } = callEvents[told.event];
  return {
    ...known,
    ...(fact && { [fact]: earlier(known[fact], told.at) }),
    ...placeAfter(known, told),
    phone: least(known.phone, told.phone),
    recordingUrl: least(known.recordingUrl, told.recordingUrl),
    ...ratingAfter(known, told),
  };
}

const earlier = (known: Date | null, at: Date): Date => (known && known <= at ? known : at);

/** Of two tellings that differ, always the same one. */
const least = (known: string | null, told: string | undefined): string | null =>
  told !== undefined && (known === null || told < known) ? told : known;

/** A call may be put through: where it was last is where it is. */
function placeAfter(known: CallFacts, { extension, at }: CallEvent): Partial<CallFacts> {
  if (extension === undefined) return {};
  const [before, now] = [known.extensionAt?.getTime() ?? -Infinity, at.getTime()];
  const isLater = now > before || (now === before && extension < (known.extension ?? ''));
  return isLater ? { extension, extensionAt: at } : {};
}

/** A citizen presses once: the first key counts. */
function ratingAfter(known: CallFacts, { rating, at }: CallEvent): Partial<CallFacts> {
  if (rating === undefined) return {};
  const [before, now] = [known.ratedAt?.getTime() ?? Infinity, at.getTime()];
  const isFirst = now < before || (now === before && rating < (known.rating ?? Infinity));
  return isFirst ? { rating, ratedAt: at } : {};
}

export const callStates = {
  ringing: { label: '振铃中' },
  answered: { label: '通话中' },
  ended: { label: '已挂机' },
  missed: { label: '未接' },
} as const;
export type CallState = keyof typeof callStates;

/** Who was never answered was missed, also when the platform tells of the end only. */
export function callStateOf({ answeredAt, endedAt, missedAt }: CallFacts): CallState {
  if (answeredAt) return endedAt ? 'ended' : 'answered';
  return missedAt || endedAt ? 'missed' : 'ringing';
}

/** What came of calling back somebody who was missed. Until one `settles` it, they wait. */
export const callBackOutcomes = {
  reached: { label: '已接通', settles: true },
  'no-answer': { label: '无人接听', settles: false },
  busy: { label: '占线关机', settles: false },
  'wrong-number': { label: '空号错号', settles: true },
} as const;
export type CallBackOutcome = keyof typeof callBackOutcomes;

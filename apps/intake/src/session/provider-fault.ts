import type { SignInProblem } from '#http-api/sign-in-problem';

/** What an answer is whose sender is no provider in working order; a connection that failed has no code of its own. */
const outages: readonly unknown[] = [
  undefined,
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
];

interface Fault {
  readonly code?: unknown;
  /** What the provider itself calls it, such as `invalid_client`. */
  readonly error?: unknown;
  readonly cause?: unknown;
}

export const problemOfFault = (fault: unknown): SignInProblem =>
  outages.includes((fault as Fault).code) ? 'provider-down' : 'refused';

/**
 * The codes that a fault and its causes carry, for the log: `OAUTH_RESPONSE_BODY_ERROR invalid_client`. Nothing else of
 * it, since causes hold answers with tokens in them.
 */
export function faultCodes(fault: unknown): string {
  const codes: string[] = [];
  for (let at = fault; typeof at === 'object' && at !== null && codes.length < 6; at = (at as Fault).cause) {
    const { code, error } = at as Fault;
    for (const each of [code, error]) if (typeof each === 'string' && /^[\w.-]{1,60}$/.test(each)) codes.push(each);
  }
  return [...new Set(codes)].join(' ') || 'unknown';
}

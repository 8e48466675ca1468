import { z } from 'zod';

/** application/problem+json: `code` is stable, `detail` is for people, `errors` point into the caller's JSON. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** On a lost race: the state that was found. */
  state: z.string().optional(),
  /** On a version conflict: the fields that differ, with what they hold now. */
  differs: z.record(z.string(), z.unknown()).optional(),
  /** Asked too often: when it may be asked again, as the header Retry-After says too. */
  retryAfterSeconds: z.number().int().min(1).optional(),
});
export type Problem = z.infer<typeof problem>;

/** Every code a caller may see, with its status and title. */
export const problemCodes = {
  invalid: { status: 400, title: 'Invalid input' },
  unauthenticated: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not permitted' },
  'password-change-required': { status: 403, title: 'The first password must be changed' },
  'not-found': { status: 404, title: 'Not found' },
  'transition-refused': { status: 409, title: 'Transition refused' },
  'version-conflict': { status: 409, title: 'Version conflict' },
  conflict: { status: 409, title: 'Already exists' },
  'too-large': { status: 413, title: 'Too large' },
  'range-not-satisfiable': { status: 416, title: 'Range not satisfiable' },
  'unsupported-media-type': { status: 415, title: 'Unsupported media type' },
  'key-reused': { status: 422, title: 'Idempotency key used with another body' },
  'version-required': { status: 428, title: 'If-Match required' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Internal error' },
  unavailable: { status: 503, title: 'Not available' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problemCodes;

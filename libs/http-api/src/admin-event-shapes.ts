import { z } from 'zod';
import { adminActions, adminSubjects } from '#ticket/admin-event';
import { enumOf, id, instant, looseText, page } from './fields';

const fields = z.record(z.string(), z.unknown()).nullable();

export const adminEventView = z.object({
  seq: z.number(),
  at: instant,
  /** Whose doing it was, by name; 系统 for what a start found. */
  actor: z.string(),
  subject: enumOf(adminSubjects),
  subjectId: z.string(),
  action: enumOf(adminActions),
  before: fields,
  after: fields,
  hash: z.string(),
});

export const adminEventQuery = z.strictObject({
  subject: enumOf(adminSubjects).optional(),
  subjectId: looseText(100).optional(),
  actorId: id.optional(),
  /** Part of the name of whoever did it. */
  actor: looseText(60).optional(),
  ...page,
});

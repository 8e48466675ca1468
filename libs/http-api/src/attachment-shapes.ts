import { z } from 'zod';
import { attachmentKinds } from '#ticket/attachment-kind';
import { mediaTypes } from '#ticket/media-type';
import { enumOf, flag, instant } from './fields';

/** What goes with a file; forms carry words only. */
export const attachmentForm = z.strictObject({
  kind: enumOf(attachmentKinds).default('other'),
  /** When it was taken or written; of a picture by default what the camera noted. */
  takenAt: instant.optional(),
  /** Whether the citizen gave it: by default what the hotline brings in, and never what a department does. */
  fromCitizen: flag.optional(),
});

/** `?thumbnail=true` gives the small picture instead. */
export const attachmentQuery = z.strictObject({ thumbnail: flag.optional() });

export const attachmentView = z.object({
  id: z.string(),
  kind: enumOf(attachmentKinds),
  name: z.string(),
  mediaType: enumOf(mediaTypes),
  bytes: z.number(),
  /** Of the file as it came in; null for who is shown another one, without what the camera noted. */
  sha256: z.string().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  hasThumbnail: z.boolean(),
  fromCitizen: z.boolean(),
  /** Whether departments may see what a protected citizen gave. */
  shared: z.boolean(),
  by: z.string(),
  at: instant,
  takenAt: instant.nullable(),
});

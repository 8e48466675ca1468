import { z } from 'zod';
import { attachmentKinds } from '#ticket/attachment-kind';
import { mediaTypes } from '#ticket/media-type';
import { enumOf, flag, instant } from './fields';

/** What goes with a file; forms carry words only. */
export const attachmentForm = z.strictObject({
  kind: enumOf(attachmentKinds).default('other'),
  /** When it was taken or written; of a picture by default what the camera noted. */
  takenAt: instant.optional(),
  /** Where it was taken, `latitude,longitude` in degrees; of a department's picture by default what the camera noted. */
  takenPlace: z
    .string()
    .regex(/^-?\d{1,2}(\.\d{1,8})?,-?\d{1,3}(\.\d{1,8})?$/, '须为“纬度,经度”，如 29.3233,107.7600')
    .optional(),
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
  /** In degrees; never of what the citizen gave. */
  takenPlace: z.object({ lat: z.number(), lng: z.number() }).nullable(),
});

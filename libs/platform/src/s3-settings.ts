import { z } from 'zod';

const [endpointWanted, bucketWanted] = [
  'it must be an address such as https://s3.example.org, without path or password',
  'it must be a bucket’s name: 3 to 63 small letters, digits, points and dashes',
];

/** Attachments in any S3-compatible store: one line each, all of them (the region aside) or none. */
export const s3Fields = {
  /** Address of the store; buckets are named in the path. */
  S3_ENDPOINT: z.string().refine(isEndpoint, endpointWanted).optional(),
  /** Bucket of this hotline alone, which must exist. */
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, bucketWanted)
    .optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
};

const needed = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

type Given = z.output<z.ZodObject<typeof s3Fields>> & { readonly ATTACHMENT_DIR?: string | undefined };

export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Where attachments lie: in a directory, or in an S3-compatible store. */
export type AttachmentStore = { readonly directory: string } | { readonly s3: S3Settings };

/** A half configuration, and one of two stores, is refused with what it lacks. */
export function checkS3(given: Given, context: z.core.$RefinementCtx): void {
  const fault = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  if (Object.keys(s3Fields).every((name) => given[name as keyof typeof s3Fields] === undefined)) return;
  const missing = needed.filter((name) => given[name] === undefined);
  if (missing.length > 0)
    fault(missing.join(', '), `attachments in S3 need all of ${needed.join(', ')}; set them, or no S3_ setting at all`);
  else if (given.ATTACHMENT_DIR !== undefined)
    fault('ATTACHMENT_DIR', 'attachments lie there or in S3: set one of them');
}

/** Null when nothing is configured. `given` has been checked. */
export function s3Of(given: Given): AttachmentStore | null {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId } = given;
  const { S3_SECRET_ACCESS_KEY: secretAccessKey, S3_REGION: region = 'us-east-1' } = given;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return null;
  return { s3: { endpoint, bucket, region, accessKeyId, secretAccessKey } };
}

function isEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, pathname, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && pathname === '/' && search === '' && hash === '';
}

import type { AttachmentKind } from './attachment-kind';
import type { MediaType } from './media-type';

/** What history says of a file that was added, for good: the digest proves the file. Its name may tell who gave it, and stands beside. */
export interface Attached {
  readonly attachmentId: string;
  readonly sha256: string;
  readonly attachmentKind: AttachmentKind;
  readonly mediaType: MediaType;
  readonly bytes: number;
  /** Whether the citizen gave it, whoever brought it in. */
  readonly fromCitizen: boolean;
}

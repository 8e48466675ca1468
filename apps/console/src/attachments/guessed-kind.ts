import type { AttachmentKind } from '#ticket/attachment-kind';

/** What a file most likely shows, where nobody says: what was pasted is a screenshot. */
export function guessedKind({ type }: { readonly type: string }, isPasted: boolean): AttachmentKind {
  if (type.startsWith('image/')) return isPasted ? 'screenshot' : 'scene';
  if (type.startsWith('audio/')) return 'recording';
  return type.startsWith('video/') ? 'video' : 'document';
}

import { extensionOf, mediaTypeRow, type MediaType } from '#ticket/media-type';

const maxLength = 120;

/** What turns a name around on the screen (U+202E and its like), or cannot be seen or stored. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

/** A file's name as it is kept: without its path and what cannot be seen, not too long, and with an ending that fits. */
export function fileNameOf(given: string, type: MediaType): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const seen = last.replace(unseen, '').trim();
  const [ending] = mediaTypeRow(type).extensions;
  const extension = extensionOf(seen);
  const stem = extension ? seen.slice(0, -extension.length - 1) : seen;
  return `${[...stem].slice(0, maxLength).join('') || '附件'}.${extension ?? ending}`;
}

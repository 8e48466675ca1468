import { fileTypeFromBuffer } from 'file-type/core';
import { extensionOf, mediaTypeOf, type MediaType } from '#ticket/media-type';
import { refusalAt } from '#platform/problems';
import { isNoText, markedUtf16 } from './text-marks';

/** Bytes by which a type is recognised: an Office file says what it is in one of its archive's entries, mostly the first. */
export const headBytes = 1_048_576;

/** What a file is, by its first bytes. Its name must not say otherwise. @throws Refusal in a clerk's words */
export async function detectType(head: Uint8Array, name: string): Promise<MediaType> {
  if (head.length === 0) throw refusalAt('file', '文件是空的');
  const detected = isText(head, ['utf-16le'])
    ? 'text/plain'
    : ((await fileTypeFromBuffer(head))?.mime ?? (isText(head, ['utf-8', 'gb18030']) ? 'text/plain' : 'unknown'));
  const told = mediaTypeOf(detected, extensionOf(name));
  if ('refused' in told) throw refusalAt('file', told.refused);
  return told.type;
}

/** What a browser might take for a page. */
const markup = /^\uFEFF?\s*<(?:!|\?|[a-z])/i;

/** Text as Chinese systems write it, and no markup. The last character may be cut off. */
function isText(head: Uint8Array, encodings: readonly string[]): boolean {
  return encodings.some((encoding) => {
    if (encoding === 'utf-16le' && !markedUtf16.equals(head.subarray(0, 2))) return false;
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
      return !isNoText(text) && !markup.test(text);
    } catch {
      return false;
    }
  });
}

import { convert } from 'html-to-text';

/** What mail programs mark as quoted, by the marks they set. */
const quoted = ['blockquote', '.gmail_quote', '.yahoo_quoted', '#divRplyFwdMsg', '[name="isReplyContent"]'];

/** A mail's HTML as text: no pictures, no addresses behind words, no lines broken where the sender broke none. */
export const textOfHtml = (html: string): string =>
  convert(html, {
    wordwrap: false,
    selectors: [
      ...[...quoted, 'img'].map((selector) => ({ selector, format: 'skip' })),
      { selector: 'a', options: { ignoreHref: true } },
    ],
  });

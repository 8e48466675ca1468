/** By code point, since nobody could read them here either. */
const unseenRanges = [
  // Controls, but for tab and line breaks; NUL is refused by itself.
  ['0001', '0008'],
  ['000b', '000c'],
  ['000e', '001f'],
  ['007f', '009f'],
  // Soft hyphen, grapheme joiner, letters without a shape, blank signs.
  ['00ad', '00ad'],
  ['034f', '034f'],
  ['115f', '1160'],
  ['17b4', '17b5'],
  ['180e', '180e'],
  ['2800', '2800'],
  ['3164', '3164'],
  ['ffa0', 'ffa0'],
  // Spaces without a width, and what turns the order of reading: marks, embeddings, overrides, isolates.
  ['061c', '061c'],
  ['200b', '200b'],
  ['200e', '200f'],
  ['2028', '202e'],
  ['2060', '206f'],
  ['feff', 'feff'],
  ['fff9', 'fffb'],
] as const;

const unseen = new RegExp(`[${unseenRanges.map(([from, to]) => `\\u${from}-\\u${to}`).join('')}]`, 'gu');

/** A joiner has its place between two signs of one picture, such as those of a family, and is nothing anywhere else. */
const strayJoiner = new RegExp(
  [
    '(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])[\\u200c\\u200d]',
    '[\\u200c\\u200d](?!\\p{Extended_Pictographic})',
    // What chooses the look of the sign before it, where there is none.
    '(?<=^|\\s)[\\ufe00-\\ufe0f]+',
  ].join('|'),
  'gu',
);

/** What can be read of a text, in the order in which it was written. */
export const readable = (text: string): string => text.replace(unseen, '').replace(strayJoiner, '');

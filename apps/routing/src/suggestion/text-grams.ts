/** What a citizen wrote, of whatever channel. */
export interface Message {
  readonly title: string;
  readonly text: string;
}

/** Where a gram stands: a title names the matter, so its grams are told apart from the text's. */
const titleBuckets = 1 << 18;
const textBuckets = 1 << 20;

/** Grams of titles have the lower buckets, those of whole messages the upper ones. */
export const firstTextBucket = titleBuckets;
export const bucketCount = titleBuckets + textBuckets;

/** Called for each occurrence: its bucket, and where in the plain text it begins and ends. */
type Visit = (bucket: number, begin: number, end: number) => void;

/** As it is compared: full width and capitals are no difference. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase();

const lettersOrDigits = (() => {
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < table.length; unit += 1)
    table[unit] = /[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) ? 1 : 0;
  return table;
})();

/** One letter or digit, Chinese characters among them. */
export const isLetterOrDigit = (unit: number): boolean => lettersOrDigits[unit] === 1;

/** Each character of a plain title and each two that are neighbours, in the title's own buckets. */
export const eachTitleGram = (plain: string, visit: Visit): void =>
  eachGram(plain, (hash, begin, end) => visit(hash & (titleBuckets - 1), begin, end));

/** The same of any plain text, in the buckets of whole messages. */
export const eachTextGram = (plain: string, visit: Visit): void =>
  eachGram(plain, (hash, begin, end) => visit(firstTextBucket + (hash & (textBuckets - 1)), begin, end));

function eachGram(plain: string, visit: Visit): void {
  let before = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const unit = plain.charCodeAt(at);
    if (!isLetterOrDigit(unit)) {
      before = 0;
      continue;
    }
    visit(hashOf(unit, 0), at, at + 1);
    if (before) visit(hashOf(unit, before), at - 1, at + 1);
    before = unit;
  }
}

/** Spreads two units over 32 bits. */
function hashOf(unit: number, before: number): number {
  let hash = Math.imul(unit, 0x9e3779b1) ^ Math.imul(before + 0x7f4a7c15, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return hash ^ (hash >>> 15);
}

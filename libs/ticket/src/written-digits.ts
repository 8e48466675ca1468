/** How each digit is written: half and full width, in words, as it is spoken on the phone, and as banks write it. */
const writings = [
  '0０〇○零',
  '1１一幺壹',
  '2２二贰',
  '3３三叁',
  '4４四肆',
  '5５五伍',
  '6６六陆',
  '7７七柒',
  '8８八捌',
  '9９九玖',
] as const;

/** A regular expression's class for these digits, however they are written. */
export const digit = (...digits: number[]): string => `[${digits.map((each) => writings[each]).join('')}]`;

export const anyDigit = digit(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

/** What people put between the digits of one number, at most two at a place; the last ones are what a keycap emoji adds. */
const gap = '[ \\t\\u00a0\\u3000._·•・．\\-‐‑‒–—―－~\\u200b-\\u200d\\ufe0f\\u20e3]';
export const gaps = `${gap}{0,2}`;

/** From `least` to `most` digits with gaps between them, ending where the number ends. */
export const gappedDigits = (least: number, most = least): string =>
  `${anyDigit}(?:${gaps}${anyDigit}){${least - 1},${most - 1}}(?!${anyDigit})`;

/** These very digits, however they are written and whatever stands between them. */
export const sameDigits = (digits: string): string => [...digits].map((each) => digit(Number(each))).join(gaps);

/** 1800 to 2099, 01 to 12, 01 to 39. */
export const year = `(?:${digit(1)}${digit(8, 9)}|${digit(2)}${digit(0)})${anyDigit}{2}`;
export const month = `(?:${digit(0)}${digit(1, 2, 3, 4, 5, 6, 7, 8, 9)}|${digit(1)}${digit(0, 1, 2)})`;
export const day = `${digit(0, 1, 2, 3)}${anyDigit}`;

import type { IdentityKind } from './identity-kind';
import { identityPatterns } from './identity-patterns';
import { knownPatterns, type KnownCitizen } from './known-citizen';
import { maskName, maskPhone } from './masks';
import { rewriterFor } from './rewrite-identity';
import { anyDigit, gappedDigits } from './written-digits';

const digit = new RegExp(anyDigit);
/** One that shows no more than a mask leaves was masked before. */
const isMasked = (found: string, shown: string): boolean => found.includes('*') && shown.length <= maskedDigits;
const maskedDigits = 7;

function maskNumber(found: string): string {
  const number = [...found].filter((each) => digit.test(each)).join('');
  return isMasked(found, number) ? found : maskPhone(number);
}

/** What is left of each kind. Plates, meters and places are what a matter is about: who handles it needs them whole. */
const masks: { readonly [Kind in IdentityKind]?: (found: string) => string } = {
  phone: maskNumber,
  'resident-id': maskNumber,
  'bank-card': maskNumber,
  name: maskName,
};
const masked = (kind: IdentityKind, found: string): string => masks[kind]?.(found) ?? found;

const numbers = rewriterFor(
  identityPatterns.filter(({ kind }) => kind !== 'name'),
  masked,
);
/** Every number that is masked has as many; most texts have none, and need not be read place by place. */
const longNumber = new RegExp(gappedDigits(7));

/** A text as lists show it: people write their numbers into what they tell, 138****5678 is left of them. */
export const maskNumbers = (text: string): string => (longNumber.test(text) ? numbers(text) : text);

/** The same, and the citizen's own name too wherever it stands: 张**. */
export function maskCitizen(text: string, { name, phone }: Pick<KnownCitizen, 'name' | 'phone'>): string {
  return maskNumbers(rewriterFor(knownPatterns({ name, phone, address: null }), masked)(text));
}

import { unprintableIn } from '#documents/document-fonts';
import { Refusal } from '../problems';
import type { SaidText } from './refuse-identity';

/** @throws Refusal naming the characters that would be empty boxes on paper */
export function refuseUnprintable(said: readonly SaidText[]): void {
  const faults = said
    .map(({ path, label, text }) => ({ path, label, missing: unprintableIn(text).join('') }))
    .filter(({ missing }) => missing !== '');
  if (faults.length === 0) return;
  throw new Refusal(
    'invalid',
    faults.map(({ label, missing }) => `${label}中的“${missing}”无法打印，请改写`).join('，'),
    {
      errors: faults.map(({ path, missing }) => ({ path, message: `“${missing}”无法打印` })),
    },
  );
}

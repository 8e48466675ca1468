import { useState } from 'react';
import { useUser } from '../identity/session';

const kept = new Map<string, unknown>();

/** A state that outlives its page: whoever comes back finds what they looked at. In this tab's memory alone. */
export function useKept<Value>(name: string, initial: Value): [Value, (value: Value) => void] {
  const key = `${useUser().id} ${name}`;
  const [value, setValue] = useState(() => (kept.has(key) ? (kept.get(key) as Value) : initial));
  const keep = (next: Value): void => {
    kept.set(key, next);
    setValue(next);
  };
  return [value, keep];
}

export const forgetKept = (): void => kept.clear();

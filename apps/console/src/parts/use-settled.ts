import { useEffect, useState } from 'react';

/** A value once it has stayed the same for a moment: what is asked while somebody types. */
export function useSettled<Value>(value: Value, quietMs = 350): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), quietMs);
    return () => window.clearTimeout(timer);
  }, [value, quietMs]);
  return settled;
}

import { useEffect, useRef } from 'react';

/** Where somebody types, keys are what is typed. */
const takesKeys = 'input, textarea, select, [contenteditable], [role="dialog"]';

/** Single letters, `A` to `Z`, and digits, wherever the focus is but in a field. */
export function usePlainKeys(isOn: boolean, pressed: (key: string) => void): void {
  const current = useRef(pressed);
  useEffect(() => {
    current.current = pressed;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const heard = (event: KeyboardEvent): void => {
      const isElsewhere = event.target instanceof Element && event.target.closest(takesKeys) !== null;
      if (
        isElsewhere ||
        event.key.length > 1 ||
        event.altKey ||
        event.ctrlKey ||
        event.metaKey ||
        event.isComposing ||
        event.repeat
      )
        return;
      current.current(event.key.toUpperCase());
    };
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, [isOn]);
}

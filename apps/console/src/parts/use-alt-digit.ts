import { useEffect, useRef } from 'react';

/** Alt and a digit of the upper row, from wherever the focus is: hands stay on the keyboard. */
export function useAltDigit(pressed: (digit: number) => void): void {
  const current = useRef(pressed);
  useEffect(() => {
    current.current = pressed;
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      const [, digit] = /^Digit([1-9])$/.exec(event.code) ?? [];
      if (!event.altKey || event.ctrlKey || event.metaKey || digit === undefined) return;
      event.preventDefault();
      current.current(Number(digit));
    };
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, []);
}

import { useEffect, useRef, type RefObject } from 'react';

/** Whether this part of the page still stands: answers may come when somebody has gone on to something else. */
export function useShown(): RefObject<boolean> {
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return isShown;
}

/** @jsxImportSource preact */
import { timeWords } from '#calendar/time-words';

/** An instant as the hotline says it to citizens. */
export const SaidAt = ({ at }: { at: string }) => <time dateTime={at}>{timeWords(new Date(at), new Date())}</time>;

/** @jsxImportSource preact */
import type { Refused } from './answer-of';

/** Why something was not done; of a form, what is wrong with each field. */
export function Fault({ refusal }: { refusal: Refused['problem'] | null }) {
  if (!refusal) return null;
  const messages = [...new Set((refusal.errors ?? []).map(({ message }) => message))];
  return (
    <div class="fault" role="alert">
      {messages.length === 0 ? refusal.detail : messages.map((message) => <p key={message}>{message}</p>)}
    </div>
  );
}

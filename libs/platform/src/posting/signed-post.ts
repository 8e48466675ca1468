import { retryAfterMs } from './retry-after';
import { signatureOf } from './signature';

/** Where and by which secret a system is told. */
export interface Listener {
  readonly url: string;
  readonly secret: string;
}

/** `isTheirs`: that one message is wrong for them; otherwise nobody is there, and nothing else gets through either. */
export interface PostFault {
  readonly fault: string;
  readonly isTheirs: boolean;
  /** How long they ask to be left alone, where they do. */
  readonly retryAfterMs?: number;
}

const timeoutMs = 10_000;
/** Statuses that say nothing of the message itself. */
const elsewhere: readonly number[] = [401, 403, 407, 408, 425, 429];

/**
 * Posts JSON, signed; answers what went wrong, or null. Nothing of their answer is read or kept but its status and how long
 * they ask to be left alone. What `delivery` names is the same whenever it is sent again.
 */
export async function signedPost(
  { url, secret }: Listener,
  message: { readonly delivery: string },
  at: Date,
): Promise<PostFault | null> {
  const body = JSON.stringify(message);
  const seconds = Math.floor(at.getTime() / 1_000);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-hotline-delivery': message.delivery,
    'idempotency-key': message.delivery,
    'x-hotline-timestamp': String(seconds),
    'x-hotline-signature': signatureOf(secret, String(seconds), body),
  };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await answer.body?.cancel();
    return faultOf(answer, at);
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { fault: isLate ? '对方超时未答' : '无法连接对方', isTheirs: false };
  }
}

function faultOf({ status, headers }: Response, at: Date): PostFault | null {
  if (status >= 200 && status < 300) return null;
  const isTheirs = status >= 400 && status < 500 && !elsewhere.includes(status);
  const waitMs = status === 429 || status === 503 ? retryAfterMs(headers.get('retry-after'), at) : null;
  return { fault: `对方答复 ${status}`, isTheirs, ...(waitMs !== null && { retryAfterMs: waitMs }) };
}

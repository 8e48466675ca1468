import { createHmac } from 'node:crypto';

/** Where and by which secret a system is told. */
export interface Listener {
  readonly url: string;
  readonly secret: string;
}

/** `isTheirs`: that one message is wrong for them; otherwise nobody is there, and nothing else gets through either. */
export interface PostFault {
  readonly fault: string;
  readonly isTheirs: boolean;
}

const timeoutMs = 10_000;
/** Statuses that say nothing of the message itself. */
const elsewhere: readonly number[] = [401, 403, 407, 408, 425, 429];

/**
 * HMAC-SHA-256 in hex over `<unix seconds>.<body>`: a receiver that checks the time too is safe from what somebody
 * recorded.
 */
export const signatureOf = (secret: string, seconds: number, body: string): string =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');

/** Posts JSON, signed; answers what went wrong, or null. Nothing of their answer is read or kept but its status. */
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
    'x-hotline-timestamp': String(seconds),
    'x-hotline-signature': `sha256=${signatureOf(secret, seconds, body)}`,
  };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const { status, body: answer } = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    await answer?.cancel();
    if (status >= 200 && status < 300) return null;
    return { fault: `对方答复 ${status}`, isTheirs: status >= 400 && status < 500 && !elsewhere.includes(status) };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { fault: isLate ? '对方超时未答' : '无法连接对方', isTheirs: false };
  }
}

/**
 * The Idempotency-Key of one submission: the same content keeps its key until it has succeeded, so a retry after a
 * lost answer writes nothing twice; other content is another submission.
 */
export class SubmissionKey {
  private content = '';
  private key = '';

  of(content: unknown): string {
    const written = JSON.stringify(content);
    if (!this.key || written !== this.content) this.key = randomKey();
    this.content = written;
    return this.key;
  }

  /** The submission was accepted; the next one is new even when it says the same. Nothing of it is kept. */
  settled(): void {
    this.key = '';
    this.content = '';
  }
}

/** randomUUID exists only in secure contexts; an intranet may serve plain HTTP. */
export function randomKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

import type { Inbound } from '#http-api/inbound-shapes';
import type { Read, Sender } from './adapter';
import { readForm } from './read-form';

/** A ticket of another hotline: it keeps their number, by which they ask for it and hear of it. */
export const readTransfer = (message: Inbound<'superior' | 'neighbour' | 'inspection'>, { system }: Sender): Read =>
  readForm({ ...message, upstreamSystem: system ?? undefined });

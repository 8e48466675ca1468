import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json';

/** The hash before the first link of a chain. */
export const chainStart: Buffer = Buffer.alloc(32);

/** The hash of a link: what it tells, after the hash of the one before. */
export const chainLink = (previous: Buffer, told: unknown): Buffer =>
  hash('sha256', Buffer.concat([previous, Buffer.from(canonicalJson(told))]), 'buffer');

import { createHash, createPublicKey, verify } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Header {
  day: string;
  leaves: number;
  changed: number;
  root: string;
  previousRoot: string | null;
  publicKey: string;
  signature: string;
}

/**
 * Checks exported anchors as docs/adr/0017 tells an outsider to, who has the files, the public key and nothing of ours.
 * Answers what is wrong, file by file.
 */
export function checkFromOutside(directory: string, publicKey: string): string[] {
  const lines = new Map<string, string>();
  let previous: string | null = null;
  return readdirSync(directory)
    .sort()
    .flatMap((file) => {
      const [first = '', ...changed] = readFileSync(join(directory, file), 'utf8').trimEnd().split('\n');
      const header = JSON.parse(first) as Header;
      for (const line of changed) lines.set((JSON.parse(line) as { chain: string }).chain, line);
      const all = [...lines.keys()].sort().map((chain) => lines.get(chain) ?? '');
      const faults = [
        [isSigned(header, publicKey), 'signature'],
        [header.previousRoot === previous, 'previous root'],
        [header.changed === changed.length && header.leaves === all.length, 'count'],
        [header.root === rootOf(all).toString('hex'), 'root'],
      ] as const;
      previous = header.root;
      return faults.filter(([holds]) => !holds).map(([, what]) => `${file}: ${what}`);
    });
}

function isSigned({ signature, ...said }: Header, publicKey: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  const sorted = JSON.stringify(said, Object.keys(said).sort());
  return verify(null, Buffer.from(sorted), key, Buffer.from(signature, 'base64'));
}

const sha256 = (...parts: (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** RFC 6962: the left part is the largest power of two that leaves something over. */
function rootOf(leaves: readonly string[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return sha256('');
  if (leaves.length === 1) return sha256('\u0000', only);
  let left = 1;
  while (2 * left < leaves.length) left *= 2;
  return sha256('\u0001', rootOf(leaves.slice(0, left)), rootOf(leaves.slice(left)));
}

import type { Anchor } from './anchor';
import { headsChanged, leafLine } from './anchored-heads';
import { canonicalJson } from './canonical-json';
import type { Sql } from './sql';

/** What an exported anchor's file is called. */
export const anchorFileName = (day: string): string => `anchor-${day}.jsonl`;

/** The day of a file of this name, or null. */
export const dayOfAnchorFile = (name: string): string | null =>
  /^anchor-(\d{4}-\d\d-\d\d)\.jsonl$/.exec(name)?.[1] ?? null;

/** An anchor as it is exported, in pieces of whole lines: itself, and then the leaves that had changed, by their ids. */
export async function* anchorFile(sql: Sql, anchor: Anchor): AsyncGenerator<string> {
  yield `${canonicalJson(anchor)}\n`;
  for await (const page of headsChanged(sql, anchor.day)) yield page.map((head) => `${leafLine(head)}\n`).join('');
}

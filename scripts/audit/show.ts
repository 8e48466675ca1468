import type { Audited } from './audit';

/** Breaks shown beside the first. */
const shown = 20;

/** What was verified, and what was found: the first break by name, and how many there are. */
export function showAudited(audited: Audited, seconds: number): void {
  const { lines, tickets, anchoredHeads, anchors, files, attachments, untoldTexts, breaks } = audited;
  const compared = files === null ? '' : `, ${files} exported files`;
  const read = attachments === null ? '' : `, ${attachments} attachments`;
  console.log(
    `${lines} lines of ${tickets} tickets, ${anchors} anchors with ${anchoredHeads} heads${compared}${read}: verified in ${seconds.toFixed(1)} s, ${Math.round(lines / seconds)} lines/s`,
  );
  if (untoldTexts > 0)
    console.log(
      `Of ${untoldTexts} tickets nobody can tell any more whether the title and content are the registered ones: they were erased, or are older than digests of their own and were edited in part.`,
    );
  if (anchors === 0)
    console.log('There is no anchor yet: whoever could write the database could have written every chain anew.');
  const [first, ...others] = breaks;
  if (!first) return console.log('Everything holds.');
  console.log(
    `BROKEN in ${breaks.length} ${breaks.length === 1 ? 'place' : 'places'}. The first: ${first.where}: ${first.fault}`,
  );
  for (const { where, fault } of others.slice(0, shown)) console.log(`  ${where}: ${fault}`);
  if (others.length > shown) console.log(`  and ${others.length - shown} more`);
}

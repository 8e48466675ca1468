import type { TrackedView } from '#http-api/tracking-shapes';
import { leadNamedBy } from './lead-named-by';
import { tellings, type Around } from './tellings';
import type { TrackedLine } from './tracked-line';

/** What happened to a ticket, in a citizen's words, oldest first. */
export function stepsOf(lines: readonly TrackedLine[], around: Omit<Around, 'lead'>): TrackedView['steps'] {
  let lead = '承办单位';
  return lines.flatMap((line) => {
    const named = leadNamedBy(line);
    if (named !== null) lead = around.nameOf(named);
    const said = tellings[line.name]?.(line, { ...around, lead });
    return said ? [{ at: line.at.toISOString(), label: said.label, words: said.words ?? null }] : [];
  });
}

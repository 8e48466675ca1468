import type { Message } from './messages';
import { plotOf, plotShares, type Plot, type PlotName } from './plots';
import { Random } from '#platform/random';

/** What one journey has to play. */
export interface Part {
  readonly index: number;
  readonly name: PlotName;
  readonly plot: Plot;
  readonly message: Message;
  /** The second message of a plot that plays two. */
  readonly twin: Message | null;
  readonly random: Random;
}

/** Gives every message a plot, the same for the same seed whatever runs first. */
export function cast(messages: readonly Message[], seed: number): Part[] {
  const parts: Part[] = [];
  for (let next = 0; next < messages.length;) {
    const index = next;
    const random = Random.for(seed, index);
    const left = messages.length - index;
    let name = random.weighted(plotShares);
    if ((plotOf(name).messages ?? 1) > left) name = 'straight';
    const plot = plotOf(name);
    const [message, twin = null] = messages.slice(index, index + (plot.messages ?? 1));
    if (!message) break;
    parts.push({ index, name, plot, message, twin, random });
    next += plot.messages ?? 1;
  }
  return parts;
}

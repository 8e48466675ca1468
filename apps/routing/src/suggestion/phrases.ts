import { eachTextGram, isLetterOrDigit, plainText, type Message } from './text-grams';

const mostPhrases = 3;
/** What speaks so much less for it than the strongest is chance. */
const leastShare = 0.25;
/** In characters: two at least, or it is no phrase. */
const [shortest, longest] = [2, 8] as const;

interface Phrase {
  readonly text: string;
  readonly weight: number;
}

/**
 * The phrases of a message that speak most for a label, the strongest first. Taken from the message itself: a model
 * holds none.
 * @param weightOf how much a gram speaks for the label rather than for others; 0 for one that is not known
 */
export function phrases({ title, text }: Message, weightOf: (bucket: number) => number): string[] {
  const found = [title, text].flatMap((part) => phrasesOf(plainText(part), weightOf));
  const chosen: string[] = [];
  const strongestFirst = found.sort((left, right) => right.weight - left.weight);
  const least = leastShare * (strongestFirst[0]?.weight ?? 0);
  for (const phrase of strongestFirst) {
    if (chosen.length === mostPhrases || phrase.weight < least) break;
    const isNew = chosen.every((other) => !other.includes(phrase.text) && !phrase.text.includes(other));
    if (isNew) chosen.push(phrase.text);
  }
  return chosen;
}

/** Of each run of letters and digits the stretch that speaks most for it. */
function phrasesOf(plain: string, weightOf: (bucket: number) => number): Phrase[] {
  const weights = weightsByPlace(plain, weightOf);
  const found: Phrase[] = [];
  for (let begin = 0, end: number; begin < plain.length; begin = end + 1) {
    end = begin;
    while (end < plain.length && isLetterOrDigit(plain.charCodeAt(end))) end += 1;
    const best = strongest(weights, begin, end);
    if (best) found.push({ text: plain.slice(best.from, best.to), weight: best.weight });
  }
  return found;
}

/** What each character adds: its own gram, and half of each that it shares with a neighbour. */
function weightsByPlace(plain: string, weightOf: (bucket: number) => number): Float64Array {
  const weights = new Float64Array(plain.length);
  eachTextGram(plain, (bucket, begin, end) => {
    const each = weightOf(bucket) / (end - begin);
    for (let at = begin; at < end; at += 1) weights[at] = (weights[at] as number) + each;
  });
  return weights;
}

function strongest(weights: Float64Array, begin: number, end: number) {
  let best: { from: number; to: number; weight: number } | null = null;
  for (let from = begin; from < end; from += 1) {
    // What says nothing is no beginning of what does.
    if ((weights[from] as number) <= 0) continue;
    let weight = 0;
    for (let to = from + 1; to <= Math.min(end, from + longest); to += 1) {
      weight += weights[to - 1] as number;
      if (to - from >= shortest && weight > (best?.weight ?? 0)) best = { from, to, weight };
    }
  }
  return best;
}

import type { Margin } from './fit-margin';
import { SuggestionModel, type Figures, type Learnt } from './suggestion-model';
import { Vocabulary } from './vocabulary';

/** What stands in front: all but the long rows of numbers. */
interface Head {
  readonly format: 1;
  readonly labels: readonly string[];
  readonly examples: number;
  readonly grams: number;
  readonly offsets: Readonly<Record<'whole' | 'title', readonly number[]>>;
  readonly calibration: Readonly<Record<'whole' | 'title' | 'offset', readonly number[]>>;
  readonly cutOffs: readonly (number | null)[];
  readonly figures: Figures;
}

/** Bytes that are no model of this format. */
export class UnreadableModel extends Error {}

const numberBytes = 4;

/** A model as bytes: labels, hashes and weights, and nothing that anybody wrote. */
export function toBytes({ learnt }: SuggestionModel): Buffer {
  const { labels, examples, vocabulary, margins, cutOffs, calibration, figures } = learnt;
  const head: Head = {
    format: 1,
    labels,
    examples,
    grams: vocabulary.size,
    offsets: { whole: offsetsOf(margins.whole), title: offsetsOf(margins.title) },
    calibration: {
      whole: [...calibration.whole],
      title: [...calibration.title],
      offset: [...calibration.offset],
    },
    cutOffs,
    figures,
  };
  // Padded, so that the numbers behind it lie where an array of them may begin.
  const written = Buffer.from(JSON.stringify(head));
  const padded = Buffer.concat([written, Buffer.alloc(-written.length & (numberBytes - 1), ' ')]);
  const length = Buffer.alloc(numberBytes);
  length.writeUInt32LE(padded.length);
  const weights = [...margins.whole, ...margins.title].map((margin) => margin.weights);
  const rows = [vocabulary.buckets, vocabulary.rarities, ...weights];
  return Buffer.concat([length, padded, ...rows.map((row) => Buffer.from(row.buffer, row.byteOffset, row.byteLength))]);
}

/** @throws UnreadableModel */
export function fromBytes(bytes: Buffer): SuggestionModel {
  const { head, numbers } = parts(bytes);
  const reader = new Reader(numbers);
  const buckets = new Int32Array(reader.next(head.grams).slice().buffer);
  const vocabulary = new Vocabulary(buckets, reader.next(head.grams));
  const margins = (offsets: readonly number[], columns: number): Margin[] =>
    offsets.map((offset) => ({ offset, weights: reader.next(columns) }));
  const learnt: Learnt = {
    labels: head.labels,
    examples: head.examples,
    vocabulary,
    margins: {
      whole: margins(head.offsets.whole, vocabulary.size),
      title: margins(head.offsets.title, vocabulary.titleSize),
    },
    calibration: {
      whole: Float64Array.from(head.calibration.whole),
      title: Float64Array.from(head.calibration.title),
      offset: Float64Array.from(head.calibration.offset),
    },
    cutOffs: head.cutOffs,
    figures: head.figures,
  };
  reader.end();
  return new SuggestionModel(learnt);
}

const offsetsOf = (margins: readonly Margin[]): number[] => margins.map(({ offset }) => offset);

function parts(bytes: Buffer): { head: Head; numbers: Float32Array } {
  try {
    const end = numberBytes + bytes.readUInt32LE();
    const head = JSON.parse(bytes.toString('utf8', numberBytes, end)) as Partial<Head>;
    if (head.format !== 1) throw new UnreadableModel('the model is of another format');
    // A copy of its own: the given bytes may begin where no number may.
    return { head: head as Head, numbers: new Float32Array(new Uint8Array(bytes.subarray(end)).buffer) };
  } catch (error) {
    if (error instanceof UnreadableModel) throw error;
    throw new UnreadableModel(`no model: ${(error as Error).message}`);
  }
}

class Reader {
  private at = 0;

  constructor(private readonly numbers: Float32Array) {}

  next(count: number): Float32Array {
    const row = this.numbers.subarray(this.at, this.at + count);
    if (row.length < count) throw new UnreadableModel('the model ends too early');
    this.at += count;
    return row;
  }

  end(): void {
    if (this.at < this.numbers.length) throw new UnreadableModel('something follows the model');
  }
}

import type { XlsxArchive } from './xlsx-archive';
import { xmlParts, type XmlPart } from './xml-parts';
import type { SealedPieces } from './sealed-pieces';

const part = 'xl/sharedStrings.xml';
/** Words in one piece. */
const pieceWords = 1_024;
/** Characters of the pieces that are kept at hand. */
const keptCharacters = 8_388_608;

interface KeptPiece {
  readonly words: readonly string[];
  readonly characters: number;
}

/**
 * The words that a sheet refers to by their places. There may be millions of them, and they stand behind the sheet in the
 * file: they are put aside in sealed pieces first, of which the last used stay in memory.
 */
export class XlsxStrings {
  private readonly kept = new Map<number, KeptPiece>();
  private characters = 0;

  private constructor(private readonly pieces: SealedPieces) {}

  static async of(archive: XlsxArchive, pieces: SealedPieces): Promise<XlsxStrings> {
    await pieces.clear();
    if (archive.has(part)) await putAside(wordsIn(xmlParts(await archive.part(part))), pieces);
    return new XlsxStrings(pieces);
  }

  /** Undefined for a place that holds none. */
  async at(place: number): Promise<string | undefined> {
    const index = Math.floor(place / pieceWords);
    const piece = this.kept.get(index) ?? (await this.fetch(index));
    // The last used stand last.
    this.kept.delete(index);
    this.kept.set(index, piece);
    return piece.words[place % pieceWords];
  }

  private async fetch(index: number): Promise<KeptPiece> {
    const words = JSON.parse((await this.pieces.get(index)).toString()) as string[];
    const piece = { words, characters: words.reduce((sum, { length }) => sum + length, 0) };
    this.characters += piece.characters;
    for (const [oldest, { characters }] of this.kept) {
      if (this.characters <= keptCharacters) break;
      this.kept.delete(oldest);
      this.characters -= characters;
    }
    return piece;
  }
}

async function putAside(words: AsyncIterable<string>, pieces: SealedPieces): Promise<void> {
  let [waiting, place]: [string[], number] = [[], 0];
  const put = async () => {
    await pieces.put(place, Buffer.from(JSON.stringify(waiting)));
    [waiting, place] = [[], place + 1];
  };
  for await (const word of words) {
    waiting.push(word);
    if (waiting.length === pieceWords) await put();
  }
  if (waiting.length > 0) await put();
}

/** One text for each item, however it is formatted; how it is pronounced is no part of it. */
async function* wordsIn(parts: AsyncIterable<readonly XmlPart[]>): AsyncGenerator<string> {
  let word = '';
  const within: string[] = [];
  for await (const batch of parts) {
    for (const each of batch) {
      if (each.kind === 'text') word += within.at(-1) === 't' && !within.includes('rPh') ? each.text : '';
      else if (each.kind === 'open') {
        within.push(each.name);
        if (each.name === 'si') word = '';
      } else if (within.pop() === 'si') yield word;
    }
  }
}

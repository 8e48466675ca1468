import type { Readable } from 'node:stream';
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { BadFile } from '#platform/tables/bad-file';
import type { SpooledFile } from './spooled-file';

/** A workbook has some dozens of parts; an archive with more is none. */
const mostEntries = 2_000;
/** Bytes of one part, unpacked: half a million rows of a kilobyte lie well below. A bomb says more, or lies and is caught. */
const mostUnpackedBytes = 2_147_483_648;

const notReadable = '打不开这个文件，请用 XLSX 格式保存后再上传';

class SpoolReader extends RandomAccessReader {
  constructor(private readonly file: SpooledFile) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.file.stream(start, end);
  }
}

/** The parts of a workbook, read from the spool one at a time and never unpacked whole. */
export class XlsxArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws BadFile when it is no archive, or no honest one */
  static async open(file: SpooledFile): Promise<XlsxArchive> {
    const zip = await opened(file).catch(refuseBroken);
    const entries = await entriesOf(zip).catch(refuseBroken);
    return new XlsxArchive(zip, entries);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of a part. @throws BadFile when there is none, or it is too large */
  async part(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry || entry.isEncrypted()) throw new BadFile(notReadable);
    if (entry.uncompressedSize > mostUnpackedBytes) throw new BadFile('文件解压后过大，请分成几个文件');
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
    });
  }

  /** A part that is small in any workbook, as text. */
  async text(name: string): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.part(name)) {
      chunks.push(chunk as Buffer);
      if (chunks.reduce((sum, { length }) => sum + length, 0) > 1_048_576) throw new BadFile(notReadable);
    }
    return Buffer.concat(chunks).toString();
  }
}

const opened = (file: SpooledFile): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false };
    fromRandomAccessReader(new SpoolReader(file), file.size, options, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > mostEntries) throw new BadFile(notReadable);
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** What yauzl finds wrong is the file's fault; what the database does is not. */
export function refuseBroken(error: unknown): never {
  if (error instanceof BadFile || (error as { code?: string }).code !== undefined) throw error;
  throw new BadFile(notReadable);
}

import { SaxesParser } from 'saxes';
import { BadFile } from '#platform/tables/bad-file';

/** Something that an XML text says, in order. */
export type XmlPart =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** Characters without any tag between them: a cell holds at most 32,767. */
const longestSilence = 1_048_576;

/** Reads XML as it arrives: what each chunk completes, together. @throws BadFile where it is none */
export async function* xmlParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly XmlPart[]> {
  const decoder = new TextDecoder();
  const reader = new PartReader();
  for await (const chunk of bytes) yield reader.read(decoder.decode(chunk, { stream: true }));
  yield reader.end();
}

class PartReader {
  private readonly parser = new SaxesParser();
  private parts: XmlPart[] = [];
  private silence = 0;

  constructor() {
    const { parser } = this;
    parser.on('opentag', ({ name, attributes }) => this.parts.push({ kind: 'open', name: local(name), attributes }));
    parser.on('closetag', ({ name }) => this.parts.push({ kind: 'close', name: local(name) }));
    parser.on('text', (text) => this.parts.push({ kind: 'text', text }));
    parser.on('cdata', (text) => this.parts.push({ kind: 'text', text }));
    parser.on('error', () => {
      throw new BadFile('工作表的内容已损坏，请用 Excel 或 WPS 重新保存后再上传');
    });
  }

  read(text: string): readonly XmlPart[] {
    this.parser.write(text);
    this.silence = this.parts.length > 0 ? 0 : this.silence + text.length;
    if (this.silence > longestSilence) throw new BadFile('单元格内容过长');
    return this.take();
  }

  end(): readonly XmlPart[] {
    this.parser.close();
    return this.take();
  }

  private take(): readonly XmlPart[] {
    const { parts } = this;
    this.parts = [];
    return parts;
  }
}

/** Some programs write `x:row`. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

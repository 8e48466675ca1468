import ExcelJS from 'exceljs';
import sharp from 'sharp';
import { crc32 } from 'node:zlib';
import { detectType } from './detect-type';

/** An archive with these entries, uncompressed, as writers of Office files make them. */
function anArchive(main: string, ...names: string[]): Buffer {
  return Buffer.concat(
    names.map((name) => {
      const [path, content] = [Buffer.from(name), Buffer.from(main ? `<x ContentType="${main}.main+xml"/>` : '<x/>')];
      const head = Buffer.alloc(30);
      head.write('PK\x03\x04', 'latin1');
      head.writeUInt16LE(20, 4);
      head.writeUInt32LE(typeof crc32 === 'function' ? crc32(content) : 0, 14);
      head.writeUInt32LE(content.length, 18);
      head.writeUInt32LE(content.length, 22);
      head.writeUInt16LE(path.length, 26);
      return Buffer.concat([head, path, content]);
    }),
  );
}

const bytes = (hex: string): Buffer => Buffer.concat([Buffer.from(hex.replaceAll(' ', ''), 'hex'), Buffer.alloc(64)]);
const film = (brand: string): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0${brand}mp41`), Buffer.alloc(64)]);
const picture = (format: 'png' | 'webp' | 'gif' | 'jpeg') =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer();
const office = 'application/vnd.openxmlformats-officedocument';

async function aSheet(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('一').addRow(['二']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const taken: [name: string, type: string, content: () => Promise<Buffer> | Buffer][] = [
  ['a.JPG', 'image/jpeg', () => picture('jpeg')],
  ['a.png', 'image/png', () => picture('png')],
  ['a.webp', 'image/webp', () => picture('webp')],
  ['a.gif', 'image/gif', () => picture('gif')],
  ['a.pdf', 'application/pdf', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n')],
  [
    'a.docx',
    `${office}.wordprocessingml.document`,
    () => anArchive(`${office}.wordprocessingml.document`, '[Content_Types].xml', 'word/document.xml'),
  ],
  [
    'a.pptx',
    `${office}.presentationml.presentation`,
    () =>
      anArchive(`${office}.presentationml.presentation`, '_rels/.rels', 'ppt/presentation.xml', '[Content_Types].xml'),
  ],
  ['a.xlsx', `${office}.spreadsheetml.sheet`, aSheet],
  ['说明.txt', 'text/plain', () => Buffer.from('路灯不亮，3 < 5\r\n')],
  ['旧.txt', 'text/plain', () => Buffer.from('c2b7b5c6b2bbc1c1', 'hex')],
  ['表.txt', 'text/plain', () => Buffer.from('\uFEFF姓名\t电话\n', 'utf16le')],
  ['表.csv', 'text/csv', () => Buffer.from('\uFEFF姓名,电话\n')],
  ['a.mp3', 'audio/mpeg', () => bytes('fffb9064')],
  ['a.wav', 'audio/wav', () => Buffer.from('RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00')],
  ['a.amr', 'audio/amr', () => Buffer.from('#!AMR\n        ')],
  ['a.m4a', 'audio/mp4', () => film('M4A ')],
  ['录音.m4a', 'audio/mp4', () => film('mp42')],
  ['a.mp4', 'video/mp4', () => film('isom')],
  ['a.mov', 'video/quicktime', () => film('qt  ')],
  ['没有后缀', 'image/png', () => picture('png')],
  ['IMG.20260914', 'image/jpeg', () => picture('jpeg')],
];

describe('the type of a file', () => {
  it.each(taken)('is told by its first bytes: %s is %s', async (name, type, content) => {
    expect(await detectType(await content(), name)).toBe(type);
  });

  it.each([
    ['a.heic', film('heic'), '请转为 JPG'],
    ['a.doc', bytes('d0cf11e0a1b11ae1'), '请另存为 docx'],
    ['a.zip', anArchive('', 'a.txt'), '不接受压缩包'],
    ['a.docx', anArchive('application/vnd.ms-word.document.macroEnabled', '[Content_Types].xml'), '不接受这种文件'],
    ['a.docx', anArchive('', 'word/document.xml'), '认不出这个 Office 文件'],
    [
      'a.xlsx',
      anArchive(`${office}.wordprocessingml.document`, '[Content_Types].xml'),
      '文件名以 .xlsx 结尾，内容却是Word 文件',
    ],
    ['a.exe', bytes('4d5a9000'), '不接受这种文件'],
    ['a.exe', Buffer.from('路灯'), '文件名以 .exe 结尾，内容却是文本文件'],
    ['a.svg', Buffer.from('<svg/>'), '不接受这种文件'],
    ['a.svg', Buffer.from('<?xml version="1.0"?><svg/>'), '不接受这种文件'],
    ['a.txt', Buffer.from('\uFEFF \n<!DOCTYPE html>'), '不接受这种文件'],
    ['a.txt', Buffer.from('路灯\0'), '不接受这种文件'],
    ['a.jpg', bytes('00010203'), '不接受这种文件'],
  ])('is not taken: %s', async (name, content, told) => {
    await expect(detectType(content, name)).rejects.toThrow(told);
  });

  it('is told of text that is cut in the middle of a character', async () => {
    const text = Buffer.from('路灯不亮');
    expect(await detectType(text.subarray(0, -1), 'a.txt')).toBe('text/plain');
  });
});

import { fileTypeFromBuffer } from 'file-type/core';
import { fileFormats, type FileFormat } from '#http-api/file-format';
import { mediaTypeNames, mediaTypeRow } from '#ticket/media-type';
import { isNoText, markedUtf16 } from '../attachments/text-marks';

const zipMark = Buffer.from('PK\u0003\u0004', 'latin1');
const oldOfficeMark = Buffer.from('d0cf11e0', 'hex');
const pdfMark = Buffer.from('%PDF-', 'latin1');

const beginsWith = (beginning: Buffer, mark: Buffer): boolean => beginning.subarray(0, mark.length).equals(mark);

/** Why a file that begins so is not of this format; null when it may be. */
export async function typeFault(beginning: Buffer, format: FileFormat): Promise<string | null> {
  if (beginsWith(beginning, oldOfficeMark)) return '这是旧版 XLS 或加了密码的文件，请另存为不加密的 XLSX';
  const isZip = beginsWith(beginning, zipMark);
  if (isZip)
    return format === 'xlsx' ? null : `内容不是 ${fileFormats[format].label}，像是 Excel 工作簿，请按 XLSX 上传`;
  if (isNoTable(beginning)) return `这是${await whatItIs(beginning)}，不是表格，请上传 XLSX、CSV 或 JSONL 文件`;
  if (format === 'xlsx') return '内容不是 Excel 工作簿，请用 XLSX 格式保存后再上传';
  const first = beginning
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart()[0];
  if (format === 'jsonl') return first === '{' ? null : '内容不是 JSONL，每行须是一个 JSON 对象';
  return first === '{' || first === '[' ? '内容不是 CSV，像是 JSON，请按 JSONL 上传' : null;
}

/** Text in whatever encoding may be a table. A PDF begins as text does. */
const isNoTable = (beginning: Buffer): boolean =>
  beginsWith(beginning, pdfMark) || (!beginsWith(beginning, markedUtf16) && isNoText(beginning.toString('latin1')));

async function whatItIs(beginning: Buffer): Promise<string> {
  const detected = (await fileTypeFromBuffer(beginning))?.mime ?? '';
  const known = mediaTypeNames.map(mediaTypeRow).find(({ detectedAs }) => detectedAs.includes(detected));
  return known ? ` ${known.label}` : '图片、程序一类的文件';
}

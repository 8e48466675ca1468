import { fileFormats, type FileFormat } from '#http-api/file-format';

const zipMark = Buffer.from('PK\u0003\u0004', 'latin1');
const oldOfficeMark = Buffer.from('d0cf11e0', 'hex');

/** Why a file that begins so is not of this format; null when it may be. */
export function typeFault(beginning: Buffer, format: FileFormat): string | null {
  const isZip = beginning.subarray(0, 4).equals(zipMark);
  if (beginning.subarray(0, 4).equals(oldOfficeMark)) return '这是旧版 XLS 或加了密码的文件，请另存为不加密的 XLSX';
  if (format === 'xlsx') return isZip ? null : '内容不是 Excel 工作簿，请用 XLSX 格式保存后再上传';
  if (isZip) return `内容不是 ${fileFormats[format].label}，像是 Excel 工作簿，请按 XLSX 上传`;
  const first = beginning
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart()[0];
  if (format === 'jsonl') return first === '{' ? null : '内容不是 JSONL，每行须是一个 JSON 对象';
  return first === '{' || first === '[' ? '内容不是 CSV，像是 JSON，请按 JSONL 上传' : null;
}

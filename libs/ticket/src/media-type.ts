/** One type of file that a ticket takes. */
interface MediaTypeRow {
  /** As a clerk calls it. */
  readonly label: string;
  /** The names' endings that fit it, without a dot; the first is given to a name that has none. */
  readonly extensions: readonly [string, ...string[]];
  /** What its first bytes may be recognised as (file-type); text is recognised by having no other sign. */
  readonly detectedAs: readonly string[];
  /** How the console shows it. */
  readonly shownAs: 'picture' | 'audio' | 'video' | 'file';
}

/**
 * Every type that is taken. What is not here is refused: programs, archives, and whatever a browser would run, such as
 * SVG and HTML. The older Office files (doc, xls) cannot be told from one another, or from other things, by their first bytes.
 */
export const mediaTypes = {
  'image/jpeg': {
    label: 'JPG 图片',
    extensions: ['jpg', 'jpeg', 'jfif'],
    detectedAs: ['image/jpeg'],
    shownAs: 'picture',
  },
  'image/png': { label: 'PNG 图片', extensions: ['png'], detectedAs: ['image/png', 'image/apng'], shownAs: 'picture' },
  'image/webp': { label: 'WebP 图片', extensions: ['webp'], detectedAs: ['image/webp'], shownAs: 'picture' },
  'image/gif': { label: 'GIF 图片', extensions: ['gif'], detectedAs: ['image/gif'], shownAs: 'picture' },
  'application/pdf': { label: 'PDF 文件', extensions: ['pdf'], detectedAs: ['application/pdf'], shownAs: 'file' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    label: 'Word 文件',
    extensions: ['docx'],
    detectedAs: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    shownAs: 'file',
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    label: 'Excel 文件',
    extensions: ['xlsx'],
    detectedAs: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    shownAs: 'file',
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    label: 'PowerPoint 文件',
    extensions: ['pptx'],
    detectedAs: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    shownAs: 'file',
  },
  'text/plain': { label: '文本文件', extensions: ['txt'], detectedAs: ['text/plain'], shownAs: 'file' },
  'text/csv': { label: 'CSV 文件', extensions: ['csv'], detectedAs: ['text/plain'], shownAs: 'file' },
  'audio/mpeg': { label: 'MP3 录音', extensions: ['mp3'], detectedAs: ['audio/mpeg'], shownAs: 'audio' },
  'audio/wav': { label: 'WAV 录音', extensions: ['wav'], detectedAs: ['audio/wav'], shownAs: 'audio' },
  // Telephones write recordings into the same container as films.
  'audio/mp4': {
    label: 'M4A 录音',
    extensions: ['m4a'],
    detectedAs: ['audio/x-m4a', 'audio/mp4', 'video/mp4'],
    shownAs: 'audio',
  },
  // No browser plays it.
  'audio/amr': { label: 'AMR 录音', extensions: ['amr'], detectedAs: ['audio/amr'], shownAs: 'file' },
  'video/mp4': {
    label: 'MP4 视频',
    extensions: ['mp4', 'm4v'],
    detectedAs: ['video/mp4', 'video/x-m4v'],
    shownAs: 'video',
  },
  'video/quicktime': { label: 'MOV 视频', extensions: ['mov'], detectedAs: ['video/quicktime'], shownAs: 'video' },
} as const satisfies Record<string, MediaTypeRow>;

export type MediaType = keyof typeof mediaTypes;
export const mediaTypeNames = Object.keys(mediaTypes) as MediaType[];
export const mediaTypeRow = (type: MediaType): MediaTypeRow => mediaTypes[type];

/** The ending of a file's name, in small letters; null for a name without one. A number after a dot is a date or a size. */
export function extensionOf(name: string): string | null {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? null;
  return ending && /^\d+$/.test(ending) ? null : ending;
}

/** What a file is, by what its first bytes were recognised as and what its name ends with; why not, in a clerk's words. */
export function mediaTypeOf(detected: string, extension: string | null): { type: MediaType } | { refused: string } {
  const possible = mediaTypeNames.filter((type) => mediaTypeRow(type).detectedAs.includes(detected));
  const [first] = possible;
  if (detected === 'application/zip' && officeExtensions.includes(extension ?? ''))
    return { refused: '认不出这个 Office 文件，请用 Word 或 WPS 另存为 docx、xlsx、pptx 后再上传' };
  if (!first) return { refused: refusedTypes[detected] ?? `不接受这种文件，可以上传：${takenWords}` };
  const fitting = possible.find((type) => extension === null || mediaTypeRow(type).extensions.includes(extension));
  if (fitting) return { type: fitting };
  return { refused: `文件名以 .${extension} 结尾，内容却是${mediaTypeRow(first).label}，请核对后再上传` };
}

/** Written by some programs so that what they are stands at their end. */
const officeExtensions = ['docx', 'xlsx', 'pptx'];

/** What people try to upload and can be advised about. */
const refusedTypes: Readonly<Record<string, string>> = {
  'image/heic': '不接受 HEIC 图片，请转为 JPG 后再上传',
  'image/heif': '不接受 HEIC 图片，请转为 JPG 后再上传',
  'application/x-cfb': '不接受旧版 Office 文件，请另存为 docx、xlsx、pptx 或 PDF 后再上传',
  'application/zip': '不接受压缩包，请解压后逐个上传',
  'application/x-rar-compressed': '不接受压缩包，请解压后逐个上传',
  'application/x-7z-compressed': '不接受压缩包，请解压后逐个上传',
  'application/gzip': '不接受压缩包，请解压后逐个上传',
};

/** The endings that are taken: `jpg、png、…` */
const takenWords = mediaTypeNames.map((type) => mediaTypeRow(type).extensions[0]).join('、');

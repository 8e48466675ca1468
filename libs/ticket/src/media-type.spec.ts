import { extensionOf, mediaTypeNames, mediaTypeOf, mediaTypeRow } from './media-type';

/** What a file is taken as, or why it is refused. */
const taken = (detected: string, extension: string | null): string => {
  const found = mediaTypeOf(detected, extension);
  return 'type' in found ? found.type : found.refused;
};

const office = 'application/vnd.openxmlformats-officedocument';
const everyEnding = 'jpg、png、webp、gif、pdf、docx、xlsx、pptx、txt、csv、mp3、wav、m4a、amr、mp4、mov';

describe('a file that a ticket takes', () => {
  it.each([
    ['a photograph', 'image/jpeg', 'jpg jpeg jfif', 'image/jpeg', 'picture'],
    ['a screenshot', 'image/png', 'png', 'image/png', 'picture'],
    ['a screenshot that moves', 'image/apng', 'png', 'image/png', 'picture'],
    ['a picture of the web', 'image/webp', 'webp', 'image/webp', 'picture'],
    ['an old picture of the web', 'image/gif', 'gif', 'image/gif', 'picture'],
    ['a scanned paper', 'application/pdf', 'pdf', 'application/pdf', 'file'],
    ['a Word file', `${office}.wordprocessingml.document`, 'docx', `${office}.wordprocessingml.document`, 'file'],
    ['an Excel file', `${office}.spreadsheetml.sheet`, 'xlsx', `${office}.spreadsheetml.sheet`, 'file'],
    ['slides', `${office}.presentationml.presentation`, 'pptx', `${office}.presentationml.presentation`, 'file'],
    ['a plain text', 'text/plain', 'txt', 'text/plain', 'file'],
    ['a list', 'text/plain', 'csv', 'text/csv', 'file'],
    ['a recording', 'audio/mpeg', 'mp3', 'audio/mpeg', 'audio'],
    ['a recording of the call platform', 'audio/wav', 'wav', 'audio/wav', 'audio'],
    ['a recording of a telephone', 'audio/x-m4a', 'm4a', 'audio/mp4', 'audio'],
    ['the same, by its other name', 'audio/mp4', 'm4a', 'audio/mp4', 'audio'],
    ['the same in the container of films', 'video/mp4', 'm4a', 'audio/mp4', 'audio'],
    ['a recording that no browser plays', 'audio/amr', 'amr', 'audio/amr', 'file'],
    ['a film', 'video/mp4', 'mp4 m4v', 'video/mp4', 'video'],
    ['a film of a telephone', 'video/x-m4v', 'm4v', 'video/mp4', 'video'],
    ['a film of another telephone', 'video/quicktime', 'mov', 'video/quicktime', 'video'],
  ] as const)('is %s', (_, detected, extensions, type, shownAs) => {
    expect(extensions.split(' ').map((extension) => taken(detected, extension))).toEqual(
      extensions.split(' ').map(() => type),
    );
    expect(mediaTypeRow(type).shownAs).toBe(shownAs);
  });

  it.each([
    ['text/plain', 'text/plain'],
    ['video/mp4', 'audio/mp4'],
    ['image/jpeg', 'image/jpeg'],
  ])('without an ending is the first that it can be: %s', (detected, type) => {
    expect(taken(detected, null)).toBe(type);
  });

  it.each(mediaTypeNames)('without an ending is given one under which it is taken again: %s', (type) => {
    const [extension] = mediaTypeRow(type).extensions;
    expect(mediaTypeRow(type).detectedAs.map((detected) => taken(detected, extension))).toContain(type);
  });
});

describe('a file that is refused', () => {
  it.each([
    ['image/heic', 'heic', '不接受 HEIC 图片，请转为 JPG 后再上传'],
    ['image/heif', 'heif', '不接受 HEIC 图片，请转为 JPG 后再上传'],
    ['application/x-cfb', 'doc', '不接受旧版 Office 文件，请另存为 docx、xlsx、pptx 或 PDF 后再上传'],
    ['application/zip', 'zip', '不接受压缩包，请解压后逐个上传'],
    ['application/zip', null, '不接受压缩包，请解压后逐个上传'],
    ['application/x-rar-compressed', 'rar', '不接受压缩包，请解压后逐个上传'],
    ['application/x-7z-compressed', '7z', '不接受压缩包，请解压后逐个上传'],
    ['application/gzip', 'gz', '不接受压缩包，请解压后逐个上传'],
    ['application/zip', 'docx', '认不出这个 Office 文件，请用 Word 或 WPS 另存为 docx、xlsx、pptx 后再上传'],
    ['application/zip', 'xlsx', '认不出这个 Office 文件，请用 Word 或 WPS 另存为 docx、xlsx、pptx 后再上传'],
    ['application/zip', 'pptx', '认不出这个 Office 文件，请用 Word 或 WPS 另存为 docx、xlsx、pptx 后再上传'],
    ['application/x-msdownload', 'docx', `不接受这种文件，可以上传：${everyEnding}`],
    ['image/svg+xml', 'svg', `不接受这种文件，可以上传：${everyEnding}`],
    ['image/png', 'jpg', '文件名以 .jpg 结尾，内容却是PNG 图片，请核对后再上传'],
    ['text/plain', 'html', '文件名以 .html 结尾，内容却是文本文件，请核对后再上传'],
  ])('as %s named .%s is told so with what to do', (detected, extension, refused) => {
    expect(taken(detected, extension)).toBe(refused);
  });
});

describe('the ending of a file’s name', () => {
  it.each([
    ['现场.jpg', 'jpg'],
    ['现场.JPG', 'jpg'],
    ['归档.2026.pdf', 'pdf'],
    ['录音.m4a', 'm4a'],
    ['录音.mp3', 'mp3'],
    ['照片.7z', '7z'],
    ['现场', null],
    ['现场.', null],
    ['照片 2026.03.02', null],
    ['合同.jpg（副本）', null],
    ['文件.abcdefgh', 'abcdefgh'],
    ['文件.abcdefghi', null],
  ])('of “%s” is %s', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});

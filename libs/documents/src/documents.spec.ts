import { pagesOfPdf, textOfDocx } from '#testing/document-text';
import { documentFormats, type DocumentFormat } from './document-format';
import { unprintableIn } from './document-fonts';
import type { OfficialDocument } from './official-document';

const report: OfficialDocument = {
  redHead: '要情快报',
  number: '武热要〔2026〕3号',
  signedBy: '王值班长',
  title: '关于滨河路自来水主管爆裂的首报',
  addressees: ['区委办公室', '区政府办公室'],
  copiesTo: ['区应急管理局'],
  blocks: [
    { kind: 'heading', text: '一、基本情况' },
    { kind: 'paragraph', text: '今日9时20分，滨河路主管爆裂，“应急供水车”已到位。\n室外气温39℃，影响约1200户。' },
    {
      kind: 'table',
      columns: [
        { label: '时间', share: 1 },
        { label: '事项', share: 3 },
      ],
      rows: [['09:20', '㙍下村停水']],
    },
  ],
  office: '12345热线值班室',
  date: '2026-10-08',
};

const textOf: Record<DocumentFormat, (bytes: Buffer) => Promise<string>> = {
  pdf: async (bytes) => (await pagesOfPdf(bytes)).join(''),
  docx: textOfDocx,
};

const said = [
  '要情快报', '武热要〔2026〕3号', '签发人：王值班长', '关于滨河路自来水主管爆裂的首报', '区委办公室、区政府办公室：', '一、基本情况',
  '今日9时20分，滨河路主管爆裂，“应急供水车”已到位。', '室外气温39℃，影响约1200户。', '时间', '㙍下村停水', '12345热线值班室', '2026年10月8日', '抄送：区应急管理局',
]; // prettier-ignore

const unspaced = (text: string): string => text.replace(/\s/g, '');

describe('an official document', () => {
  it.each(['pdf', 'docx'] as const)('says as %s what it was given, as another program reads it', async (format) => {
    const read = unspaced(await textOf[format](await documentFormats[format].render(report)));
    expect(said.filter((words) => !read.includes(unspaced(words)))).toEqual([]);
  });

  it('says the paragraphs in their order', async () => {
    const read = unspaced(await textOf.pdf(await documentFormats.pdf.render(report)));
    const places = said.slice(0, 8).map((words) => read.indexOf(unspaced(words)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('gives the same bytes as PDF whenever it is asked for', async () => {
    const [first, second] = [await documentFormats.pdf.render(report), await documentFormats.pdf.render(report)];
    expect(second.equals(first)).toBe(true);
    const other = await documentFormats.pdf.render({ ...report, title: '关于滨河路自来水主管爆裂的续报' });
    expect(other.equals(first)).toBe(false);
  });

  it('embeds the characters it needs and no whole font', async () => {
    expect((await documentFormats.pdf.render(report)).length).toBeLessThan(100_000);
  });

  it('turns to more pages when there is more to say', async () => {
    const blocks = Array.from(
      { length: 60 },
      () => ({ kind: 'paragraph', text: '影响约1200户居民用水。'.repeat(8) }) as const,
    );
    const pages = await pagesOfPdf(await documentFormats.pdf.render({ ...report, blocks }));
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.at(-1)).toContain(`— ${pages.length} —`);
  });

  it('says as a draft that it is one', async () => {
    const read = await textOf.pdf(await documentFormats.pdf.render({ ...report, number: null, signedBy: null }));
    expect(read).toContain('（草稿，未签发）');
    expect(read).not.toContain('签发人');
  });

  it('knows which characters nobody could read on paper', () => {
    expect(unprintableIn('㙍下村，39℃\n〔2026〕')).toEqual([]);
    expect(unprintableIn('𰻝面馆😀')).toEqual(['𰻝', '😀']);
  });
});

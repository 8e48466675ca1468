import type { Paper, PaperCells } from '#documents/paper';
import { bulletinKinds } from '#http-api/bulletin-shapes';
import { shanghaiText } from '#http-api/list-columns';
import { numberWords } from './bulletin-kinds';
import type { WholeBulletin } from './bulletin-rows';

interface Printing {
  readonly office: string;
  readonly signedBy: string | null;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly mark: string;
}

const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三'];

/** 热线通报〔2026〕第9期 */
export const bulletinTitle = (office: string, { kind, starts, number }: WholeBulletin | TitleOf): string =>
  `${office}${bulletinKinds[kind].label}${numberWords(starts, number)}`;
type TitleOf = Pick<WholeBulletin, 'kind' | 'starts' | 'number'>;

/** The bulletin as it leaves the house. */
export const bulletinPaper = (bulletin: WholeBulletin, { office, signedBy, date, mark }: Printing): Paper => ({
  title: bulletinTitle(office, bulletin),
  head: [
    ['期号', numberWords(bulletin.starts, bulletin.number)],
    ['统计周期', `${bulletin.starts}至${bulletin.ends}`],
    ['统计截止时间', shanghaiText(bulletin.asOf.toISOString())],
    ['口径版本', formulaVersions(bulletin)],
    ['签发人', signedBy ?? '（未签发）'],
  ],
  sections: bulletin.sections.map(({ title, note, table }, index) => ({
    title: `${chinese[index] ?? index + 1}、${title}`,
    ...(note !== undefined && { note }),
    table: { ...table, rows: table.rows.map(shown), totals: table.totals && shown(table.totals) },
  })),
  ...{ date, mark },
});

/** Keys lead to tickets in the console; on paper they say nothing. */
const shown = (cells: PaperCells): PaperCells =>
  Object.fromEntries(Object.entries(cells).filter(([key]) => !key.startsWith('$')));

const formulaVersions = ({ sections }: WholeBulletin): string => {
  const all = sections.flatMap(({ table }) => table.formulas);
  return [...new Map(all.map(({ name, label, version }) => [name, `${label}v${version}`])).values()].join('、') || '—';
};

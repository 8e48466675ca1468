import type { DocumentBlock } from './official-document';
import {
  formulaHead,
  formulaRow,
  formulasOf,
  type Paper,
  type PaperCells,
  type PaperColumn,
  type PaperSection,
  type PaperTable,
} from './paper';
import { cellWords, wholeWords } from './paper-words';

type TableBlock = Extract<DocumentBlock, { kind: 'table' }>;

/** Columns beside a row's name that can be read on one page; a wider table goes on below, with the names again. */
const mostUpright = 5;
const mostAcross = 9;
const shares = { name: 1.6, figure: 1 } as const;

/** Whether its tables need a page's long side. */
export const isWide = ({ sections }: Paper): boolean =>
  sections.some(({ table }) => ownColumns(table).length - 1 > mostUpright);

/** A section's table as tables that fit the page. */
export function tablesOf({ table }: PaperSection, landscape: boolean): TableBlock[] {
  const [name, ...figures] = ownColumns(table);
  if (!name) return [];
  return portionsOf(figures, landscape ? mostAcross : mostUpright).map((some) => tableOf(table, [name, ...some]));
}

/** 口径 at the end of every paper; none without rates. */
export const formulaTable = (paper: Paper): TableBlock[] => {
  const formulas = formulasOf(paper);
  const columns = formulaHead.map((label, index) => ({ label, share: [3, 1, 3, 3, 5, 2][index] ?? 1 }));
  return formulas.length === 0 ? [] : [{ kind: 'table', columns, rows: formulas.map(formulaRow) }];
};

/** What is compared with them stands in their own cells. */
const ownColumns = ({ columns }: PaperTable): PaperColumn[] => columns.filter(({ of }) => of === undefined);

function tableOf({ columns, rows, totals }: PaperTable, shown: readonly PaperColumn[]): TableBlock {
  const rowOf = (cells: PaperCells): string[] =>
    shown.map((column) =>
      [
        wholeWords(column, cells),
        ...columns.filter(({ of }) => of === column.key).map((each) => `${each.label} ${cellWords(each, cells)}`),
      ].join('\n'),
    );
  return {
    kind: 'table',
    columns: shown.map(({ label }, index) => ({ label, share: index === 0 ? shares.name : shares.figure })),
    rows: [...rows, ...(totals ? [totals] : [])].map(rowOf),
  };
}

const portionsOf = <Each>(all: readonly Each[], most: number): Each[][] =>
  all.length <= most ? [[...all]] : [all.slice(0, most), ...portionsOf(all.slice(most), most)];

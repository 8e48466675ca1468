/** A report that leaves the house as a file: plain data, whatever it is written as. */
export interface Paper {
  readonly title: string;
  /** What stands above everything: 期号, 统计周期, 统计截止时间, 口径版本, 签发人 … */
  readonly head: readonly (readonly [label: string, text: string])[];
  readonly sections: readonly PaperSection[];
  /** Its own day, YYYY-MM-DD. */
  readonly date: string;
  /** Who took it out, and when: below every sheet and on every page. */
  readonly mark: string;
}

export interface PaperSection {
  readonly title: string;
  readonly note?: string;
  readonly table: PaperTable;
  readonly chart?: PaperChart;
}

export interface PaperTable {
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperCells[];
  /** Null where nothing is added up. */
  readonly totals: PaperCells | null;
  readonly formulas: readonly PaperFormula[];
}

/**
 * `change` is a share of what was before (0.2: a fifth more), `points` percentage points between two rates. Both, and
 * the figures of the period that is compared with, stand beside the column that they are of. `plain` is a number or a word
 * that is neither added up nor counted, such as a rank.
 */
export type PaperColumnKind = 'label' | 'count' | 'rate' | 'change' | 'points' | 'plain';

export interface PaperColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: PaperColumnKind;
  /** Of a rate, the name of its formula. */
  readonly formula: string | null;
  /** The key of the column that it stands beside. */
  readonly of?: string | undefined;
  /** Of a change: the keys of the two columns it compares, where it stands beside neither. */
  readonly compares?: { readonly now: string; readonly before: string } | undefined;
}

export interface PaperRate {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
}

export type PaperCell = string | number | PaperRate | null;
export type PaperCells = Readonly<Record<string, PaperCell>>;

/** 口径: what a rate is made of. */
export interface PaperFormula {
  readonly name: string;
  readonly version: number;
  readonly label: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly population: string;
  readonly dateBasis: string;
}

/** Columns of the table beside it, by their keys: counts as bars, rates as lines above them. */
export interface PaperChart {
  readonly label: string;
  readonly counts: readonly string[];
  readonly rates: readonly string[];
}

export const isRate = (cell: PaperCell | undefined): cell is PaperRate => typeof cell === 'object' && cell !== null;

/** What a column is called where it stands apart from the one it is of: 受理量（环比）. */
export function fullLabel({ label, of }: PaperColumn, columns: readonly PaperColumn[]): string {
  const base = columns.find(({ key }) => key === of);
  return base ? `${base.label}（${label}）` : label;
}

/** 口径表, the same in every file. */
export const formulaHead = ['指标', '版本', '分子', '分母', '统计范围', '时间口径'] as const;
export const formulaRow = (formula: PaperFormula): string[] => [
  formula.label,
  `v${formula.version}`,
  formula.numerator,
  formula.denominator,
  formula.population,
  formula.dateBasis,
];

/** The formulas of all sections, each once. */
export const formulasOf = ({ sections }: Paper): PaperFormula[] => [
  ...new Map(sections.flatMap(({ table }) => table.formulas).map((formula) => [formula.name, formula])).values(),
];

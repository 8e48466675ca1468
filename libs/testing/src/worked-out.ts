import type ExcelJS from 'exceljs';

type Value = number | string;
type Worker = (parts: string[], at: (address: string) => Value) => Value;

const cell = String.raw`([A-Z]+\d+)`;
const column = String.raw`([A-Z]+)(\d+)`;

/** The formulas that our workbooks have, and how a spreadsheet works them out. */
const rules: readonly (readonly [RegExp, Worker])[] = [
  [new RegExp(`^${cell}$`), ([a = ''], at) => at(a)],
  [
    new RegExp(String.raw`^SUM\(${column}:${column}\)$`),
    ([letter = '', from, , to], at) =>
      rowsOf(Number(from), Number(to)).reduce<number>((sum, row) => sum + Number(at(`${letter}${row}`)), 0),
  ],
  [new RegExp(String.raw`^IF\(${cell}=0,"",${cell}/${cell}\)$`), ([, a = '', b = ''], at) => over(at(a), at(b))],
  [
    new RegExp(String.raw`^IF\(N\(${cell}\)=0,"",${cell}/${cell}-1\)$`),
    ([, a = '', b = ''], at) => less(over(at(a), at(b)), 1),
  ],
  [
    new RegExp(String.raw`^IF\(OR\(${cell}="",${cell}=""\),"",\(${cell}-${cell}\)\*100\)$`),
    ([, , a = '', b = ''], at) => (at(b) === '' ? '' : times(less(at(a), Number(at(b))), 100)),
  ],
];

const rowsOf = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const over = (a: Value, b: Value): Value => (Number(b) === 0 ? '' : Number(a) / Number(b));
const less = (a: Value, b: number): Value => (a === '' ? '' : Number(a) - b);
const times = (a: Value, b: number): Value => (a === '' ? '' : Number(a) * b);

/** What a cell comes to when its formulas are worked out, whatever was stored as their results. `changed`: numbers typed over. */
export function workedOut(
  sheet: ExcelJS.Worksheet,
  address: string,
  changed: Readonly<Record<string, number>> = {},
): Value {
  const at = (place: string): Value => {
    const { value } = sheet.getCell(place);
    if (place in changed) return changed[place] ?? 0;
    if (value === null) return '';
    if (typeof value === 'number' || typeof value === 'string') return value;
    return byRule((value as { formula?: string }).formula ?? '', at);
  };
  return at(address);
}

function byRule(formula: string, at: (address: string) => Value): Value {
  for (const [shape, work] of rules) {
    const found = shape.exec(formula);
    if (found) return work(found.slice(1), at);
  }
  throw new Error(`no rule for ${formula}`);
}

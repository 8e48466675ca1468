import { isRate, type PaperCell } from '#documents/paper';
import { plainWords } from '#documents/paper-words';
import type { RouteAnswer } from '#http-api/routes';
import type { BulletinSection } from './bulletin-section';

type Correction = RouteAnswer<'GET /api/bulletins/:id/corrections'>['items'][number];
type Row = BulletinSection['table']['rows'][number];

/** 更正: what would be another figure if the bulletin were made now. Lists of tickets are not compared: they only show examples. */
export function correctionsOf(signed: readonly BulletinSection[], now: readonly BulletinSection[]): Correction[] {
  return signed.flatMap((section) => {
    const current = now.find(({ name }) => name === section.name);
    return current && !isListOfTickets(section) ? inSection(section, current) : [];
  });
}

function inSection(signed: BulletinSection, now: BulletinSection): Correction[] {
  const keys = new Set([...signed.table.rows, ...now.table.rows].map((row) => keyOf(signed, row)));
  const pairs = [...keys].map((key) => [rowOf(signed, key), rowOf(now, key)] as const);
  const totals = [signed.table.totals, now.table.totals] as const;
  return [...pairs, totals].flatMap(([was, is]) =>
    signed.table.columns.flatMap((column): Correction[] => {
      const [before, after] = [words(was?.[column.key]), words(is?.[column.key])];
      const row = nameOf(signed, was ?? is) ?? '合计';
      return before === after || column.kind === 'label'
        ? []
        : [
            {
              id: [signed.name, row, column.key].join('/'),
              section: signed.title,
              row,
              column: column.label,
              was: before,
              is: after,
            },
          ];
    }),
  );
}

const isListOfTickets = ({ table }: BulletinSection): boolean => table.rows.some((row) => row['$ticket'] !== undefined);

const first = ({ table }: BulletinSection): string => table.columns[0]?.key ?? '';
/** What makes it the same row: its key, or its name. */
const keyOf = (section: BulletinSection, row: Row): string =>
  plainWords(row['$key'] ?? row[first(section)] ?? undefined);
const rowOf = (section: BulletinSection, key: string): Row | undefined =>
  section.table.rows.find((row) => keyOf(section, row) === key);

function nameOf(section: BulletinSection, row: Row | null | undefined): string | null {
  const name = row?.[first(section)];
  return typeof name === 'string' ? name : null;
}

const words = (cell: PaperCell | undefined): string =>
  isRate(cell) ? `${cell.numerator}/${cell.denominator}` : plainWords(cell ?? undefined);

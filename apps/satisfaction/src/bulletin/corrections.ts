import type { PaperCells, PaperColumn } from '#documents/paper';
import { plainWords, wholeWords } from '#documents/paper-words';
import type { RouteAnswer } from '#http-api/routes';
import type { BulletinSection } from './bulletin-section';
import type { SectionName } from './bulletin-sections';

type Correction = RouteAnswer<'GET /api/bulletins/:id/corrections'>['items'][number];
type Row = BulletinSection['table']['rows'][number];

/** What is counted as of an instant, and whole: the others show the first of many, or what stood when they were made. */
export const correctedSections: readonly SectionName[] = ['totals', 'rates', 'channel', 'type', 'area', 'departments'];

/** 更正: what would be another figure if these of a bulletin's tables were made now. */
export function correctionsOf(signed: readonly BulletinSection[], now: readonly BulletinSection[]): Correction[] {
  return signed.flatMap((section) => {
    const current = now.find(({ name }) => name === section.name);
    return current ? inSection(section, current) : [];
  });
}

function inSection(signed: BulletinSection, now: BulletinSection): Correction[] {
  const keys = new Set([...signed.table.rows, ...now.table.rows].map((row) => keyOf(signed, row)));
  const pairs = [...keys].map((key) => ({ key, was: rowOf(signed, key), is: rowOf(now, key) }));
  const totals = { key: 'totals', was: signed.table.totals ?? undefined, is: now.table.totals ?? undefined };
  return [...pairs, totals].flatMap(({ key, was, is }) =>
    signed.table.columns.flatMap((column): Correction[] => {
      const [before, after] = [words(column, was), words(column, is)];
      if (before === after || column.kind === 'label') return [];
      const told = { section: signed.title, row: nameOf(signed, was ?? is), column: column.label };
      return [{ id: [signed.name, key, column.key].join('/'), ...told, was: before, is: after }];
    }),
  );
}

const first = ({ table }: BulletinSection): string => table.columns[0]?.key ?? '';
/** What makes it the same row: its key, or its name. */
const keyOf = (section: BulletinSection, row: Row): string =>
  plainWords(row['$key'] ?? row[first(section)] ?? undefined);
const rowOf = (section: BulletinSection, key: string): Row | undefined =>
  section.table.rows.find((row) => keyOf(section, row) === key);

const nameOf = (section: BulletinSection, row: Row | undefined): string => {
  const name = row?.[first(section)];
  return typeof name === 'string' ? name : '合计';
};

/** A row that is not there counted nothing. */
const words = (column: PaperColumn, row: PaperCells | undefined): string =>
  row === undefined && column.kind === 'count' ? '0' : wholeWords(column, row ?? {});

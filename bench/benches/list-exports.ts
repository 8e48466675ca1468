import { fileFormatNames, type FileFormat } from '#http-api/file-format';
import { registeringP95 } from '../load/registering';
import { takeOut, type TakenOut } from '../load/take-out';
import type { Stand } from '../stand/stand';
import type { Bench } from './bench';

/** The tickets of one type, and all there are: a list about four times as long. */
const fewType = 'complaint';
const timesAsLong = 4;

/** The list of tickets taken out in each format, from the question to the last byte read: masked, and every row a look. */
export const listExports: Bench = async ({ stand, offset }) => {
  const taken = {} as Record<FileFormat, { few: TakenOut; many: TakenOut }>;
  for (const format of fileFormatNames) {
    const few = await takeOutFew(stand, format);
    taken[format] = { few, many: await takeOut(stand, format) };
  }
  // In JSONL an item is a line, and one says who took them; a workbook has no lines.
  const rows = taken.jsonl.many.lines - 1;
  const perSecond = (format: FileFormat): number => rows / taken[format].many.seconds;
  const takingOut = takeOut(stand, 'xlsx');
  const registeringExporting = await registeringP95(stand, offset);
  await takingOut;
  return {
    exportedRows: rows,
    exportedCsv: perSecond('csv'),
    exportedXlsx: perSecond('xlsx'),
    exportedJsonl: perSecond('jsonl'),
    exportLonger: rows / (taken.jsonl.few.lines - 1),
    exportMemoryGrowth: Math.max(...Object.values(taken).map(({ few, many }) => many.mostMb / few.mostMb)),
    registeringExporting,
  };
};

/** As often as gives as many rows as the longer list has: what a row leaves to be collected is there in both. */
async function takeOutFew(stand: Stand, format: FileFormat): Promise<TakenOut> {
  let few = await takeOut(stand, format, fewType);
  for (let time = 1; time < timesAsLong; time += 1) {
    const again = await takeOut(stand, format, fewType);
    few = { ...again, mostMb: Math.max(few.mostMb, again.mostMb) };
  }
  return few;
}

import { fileFormatNames, type FileFormat } from '#http-api/file-format';
import { importWhole, type Imported } from '../load/import-whole';
import { registeringP95, registrationsEach } from '../load/registering';
import { memoryMbOf } from '../stand/process-facts';
import type { Bench, BenchRun } from './bench';

/** Of one file of history, and of one four times as long. */
const [fewRows, manyRows] = [10_000, 40_000];
/** Of the file that is imported while calls come in, and of one of live tickets. */
const [meanwhileRows, liveRows] = [20_000, 10_000];

/** Files in each format, from the first byte sent to the last row written: encrypted, chained, numbered, searchable. */
export const imports: Bench = async (run) => {
  const { stand, watch } = run;
  const before = memoryMbOf(stand.pid);
  const rows = rowsFrom(run.offset);
  const perSecond = {} as Record<FileFormat, number>;
  const taken: { few: Imported; many: Imported }[] = [];
  for (const format of fileFormatNames) {
    const few = await importWhole(stand, format, { kind: 'history', ...rows(fewRows) });
    const many = await importWhole(stand, format, { kind: 'history', ...rows(manyRows) });
    perSecond[format] = many.rowsPerSecond;
    taken.push({ few, many });
  }
  const live = await importWhole(stand, 'csv', { kind: 'tickets', ...rows(liveRows) });
  await watch.settled();
  return {
    importedCsv: perSecond.csv,
    importedXlsx: perSecond.xlsx,
    importedJsonl: perSecond.jsonl,
    importedLive: live.rowsPerSecond,
    importMemory: Math.max(...taken.map(({ many }) => many.mostMb)) - before,
    importMemoryGrowth: Math.max(...taken.map(({ few, many }) => many.mostMb / few.mostMb)),
    registeringAlone: await registeringP95(run.stand, rows(registrationsEach).from),
    registeringMeanwhile: await registeringMeanwhile(run, rows),
  };
};

type TakeRows = ReturnType<typeof rowsFrom>;

/** Each call takes the next so many: no row is known from before. */
function rowsFrom(offset: number) {
  let next = offset;
  return (count: number): { from: number; count: number } => {
    next += count;
    return { from: next - count, count };
  };
}

async function registeringMeanwhile(run: BenchRun, rows: TakeRows): Promise<number> {
  const importing = importWhole(run.stand, 'csv', { kind: 'history', ...rows(meanwhileRows) });
  const p95 = await registeringP95(run.stand, rows(registrationsEach).from);
  await importing;
  return p95;
}

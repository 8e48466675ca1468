import { Progress } from 'antd';
import { importStates, type ImportState } from '#ticket/import-kind';

interface Told {
  readonly state: ImportState;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rowsRead: number;
}

const tones = { done: 'success', failed: 'exception' } as const;
const toneOf = (state: ImportState) => (state in tones ? tones[state as keyof typeof tones] : 'normal');

/** How much of the file is read, by its bytes: how many rows there are is known at the end only. */
export function ImportProgress({ of: { state, bytesRead, bytesTotal, rowsRead } }: { of: Told }) {
  const share = state === 'done' ? 1 : bytesTotal > 0 ? bytesRead / bytesTotal : 0;
  return (
    <>
      <Progress size="small" percent={Math.floor(share * 100)} status={toneOf(state)} showInfo={false} />
      <span className="quiet">
        {importStates[state].label}，已读{rowsRead}行
      </span>
    </>
  );
}

import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { importStates } from '#ticket/import-kind';
import { usePages } from '../api/use-pages';
import { ImportDrawer } from './import-drawer';
import { ImportForm } from './import-form';
import { ImportTable } from './import-table';

/** 数据导入: files of tickets and of history, how far each has come, and what became of their rows. */
export function ImportsPage() {
  const pages = usePages('GET /api/imports');
  useLooks(
    pages.items.some(({ state }) => !importStates[state].ended),
    pages.again,
  );
  const [isUploading, setUploading] = useState(false);
  const [shownId, show] = useState<string | null>(null);
  return (
    <div className="page">
      <div className="page-filters">
        <Button type="primary" onClick={() => setUploading(true)}>
          导入文件
        </Button>
        <span className="quiet">同一文件可以再次导入，已有的行不会重复；没有导入的行逐行说明原因。</span>
      </div>
      <ImportTable pages={pages} show={show} />
      {isUploading && (
        <ImportForm
          close={() => setUploading(false)}
          onDone={(id) => {
            setUploading(false);
            show(id);
          }}
        />
      )}
      <ImportDrawer id={shownId} close={() => show(null)} />
    </div>
  );
}

/** Between two looks at imports that go on, in milliseconds. */
const lookMs = 2_000;

function useLooks(isNeeded: boolean, look: () => void): void {
  useEffect(() => {
    if (!isNeeded) return;
    const timer = setTimeout(look, lookMs);
    return () => clearTimeout(timer);
  });
}

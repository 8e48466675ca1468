import { Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ListItem } from '#http-api/list-route';
import { suggestionKinds, type SuggestionKind } from '#http-api/suggestion-shapes';
import { usePages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { shareWords } from './share-words';

type Agreement = ListItem<'GET /api/suggestion-agreement'>;

const versionWords = (version: number): string => (version > 0 ? `第${version}版` : '目录和关键词');

const columns: TableColumnsType<Agreement> = [
  { title: '版本', width: 130, render: (_, { version }) => versionWords(version) },
  { title: '首选建议', width: 200, ellipsis: true, render: (_, { suggested }) => suggested.name },
  { title: '建议件数', width: 90, align: 'right', dataIndex: 'shown' },
  { title: '采纳首选', width: 170, align: 'right', render: (_, row) => shareWords(row.taken, row.decided) },
  { title: '派给前三项', width: 170, align: 'right', render: (_, row) => shareWords(row.amongBest, row.decided) },
];

/** Only departments are dispatched to. */
const dispatched: TableColumnsType<Agreement> = [
  { title: '自动派单', width: 90, align: 'right', dataIndex: 'automatic' },
  { title: '未退未改', width: 170, align: 'right', render: (_, row) => shareWords(row.kept, row.automatic) },
];

const kinds = (['department', 'category'] as const).map((value) => ({ value, label: suggestionKinds[value].label }));

/** How often what was suggested first was done, and how much of what was dispatched by itself stayed. */
export function AgreementList() {
  const [kind, choose] = useState<SuggestionKind>('department');
  const pages = usePages('GET /api/suggestion-agreement', { query: { kind } });
  return (
    <>
      <div className="page-filters">
        <Segmented<SuggestionKind> options={kinds} value={kind} onChange={choose} />
        <span className="quiet">采纳以已派单的为分母；自动派单后退单或改派的，以后也会计入。</span>
      </div>
      <PagedTable<Agreement>
        rowKey={({ version, suggested }) => `${version}.${suggested.id}`}
        columns={kind === 'department' ? [...columns, ...dispatched] : columns}
        pages={pages}
        widthPx={1_020}
        empty="还没有提示过派单建议"
        card={(row) => <AgreementItem key={`${row.version}.${row.suggested.id}`} row={row} />}
      />
    </>
  );
}

/** The same on a phone. */
const AgreementItem = ({ row }: { row: Agreement }) => (
  <div className="item">
    <div className="item-top">
      <span className="item-title">{row.suggested.name}</span>
      <span className="quiet">{versionWords(row.version)}</span>
    </div>
    <div className="item-line">
      建议{row.shown}件，采纳首选{shareWords(row.taken, row.decided)}
    </div>
    {row.automatic > 0 && (
      <div className="item-line">
        自动派单{row.automatic}件，未退未改{shareWords(row.kept, row.automatic)}
      </div>
    )}
  </div>
);

import { Button, type TableColumnsType } from 'antd';
import { importKinds } from '#ticket/import-kind';
import type { ListItem } from '#http-api/list-route';
import type { Pages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';
import { fullInstant } from '../words/instant';
import { ImportProgress } from './import-progress';

export type ImportSummary = ListItem<'GET /api/imports'>;

interface ImportTableProps {
  readonly pages: Pages<ImportSummary>;
  show(id: string): void;
}

const columns: TableColumnsType<ImportSummary> = [
  { title: '上传时间', width: 170, render: (_, { createdAt }) => fullInstant(createdAt) },
  { title: '文件', ellipsis: true, render: (_, { name, format }) => name ?? format.toUpperCase() },
  { title: '内容', width: 90, render: (_, { kind }) => importKinds[kind].label },
  { title: '上传人', width: 120, ellipsis: true, render: (_, { uploadedBy }) => uploadedBy.name },
  { title: '进度', width: 190, render: (_, row) => <ImportProgress of={row} /> },
  { title: '新增', width: 72, dataIndex: 'accepted' },
  { title: '已有', width: 72, dataIndex: 'known' },
  { title: '未导入', width: 72, dataIndex: 'refused' },
  { title: '须核对', width: 72, dataIndex: 'warned' },
];

/** Imports, newest first. */
export function ImportTable({ pages, show }: ImportTableProps) {
  const open = {
    title: '',
    width: 70,
    render: (_: unknown, { id }: ImportSummary) => (
      <Button size="small" type="link" onClick={() => show(id)}>
        查看
      </Button>
    ),
  };
  return (
    <PagedTable<ImportSummary> columns={[...columns, open]} pages={pages} widthPx={1_080} empty="没有导入过文件" />
  );
}

import { Card, type TableColumnsType } from 'antd';
import type { ListItem } from '#http-api/list-route';
import { usePages } from '../api/use-pages';
import { PagedTable } from '../parts/paged-table';

type Correction = ListItem<'GET /api/bulletins/:id/corrections'>;

const columns: TableColumnsType<Correction> = [
  { title: '表', dataIndex: 'section' },
  { title: '行', dataIndex: 'row' },
  { title: '列', dataIndex: 'column' },
  { title: '签发时', dataIndex: 'was', align: 'right' },
  { title: '现在', dataIndex: 'is', align: 'right' },
];

/** 更正: what would be another figure if the bulletin were made now; what was signed stays as it is. */
export const Corrections = ({ id }: { id: string }) => (
  <Card size="small" title="更正（签发以后变了的数字，上面各表不动）">
    <PagedTable<Correction>
      columns={columns}
      pages={usePages('GET /api/bulletins/:id/corrections', { params: { id } })}
      widthPx={640}
      empty="没有变化"
    />
  </Card>
);

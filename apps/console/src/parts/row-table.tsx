import { Empty, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { usePhone } from './use-phone';

interface RowTableProps<Row> extends Pick<
  TableProps<Row>,
  'columns' | 'className' | 'rowKey' | 'rowClassName' | 'onRow'
> {
  readonly rows: readonly Row[];
  readonly isLoading: boolean;
  /** Narrower than this many pixels, it scrolls sideways. */
  readonly widthPx: number;
  readonly empty: string;
  /** With its key: on a phone rows are shown as cards, where there is one. */
  readonly card?: (row: Row) => ReactNode;
}

/** Rows of a list as a table; more of them are loaded below it. */
export function RowTable<Row extends object>({ rows, isLoading, widthPx, empty, card, ...table }: RowTableProps<Row>) {
  const isPhone = usePhone();
  if (!card || !isPhone)
    return (
      <Table<Row>
        rowKey="id"
        size="small"
        dataSource={rows}
        loading={isLoading}
        pagination={false}
        scroll={{ x: widthPx }}
        locale={{ emptyText: empty }}
        {...table}
      />
    );
  if (!isLoading && rows.length === 0) return <Empty description={empty} />;
  return rows.map(card);
}

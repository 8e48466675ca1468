import { Empty, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import type { Pages } from '../api/use-pages';
import { Paged } from './paged';
import { usePhone } from './use-phone';

interface PagedTableProps<Row> extends Pick<
  TableProps<Row>,
  'columns' | 'className' | 'rowKey' | 'rowClassName' | 'rowSelection' | 'onRow'
> {
  readonly pages: Pages<Row>;
  /** Narrower than this many pixels, it scrolls sideways. */
  readonly widthPx: number;
  readonly empty: string;
  /** With its key: on a phone rows are shown as cards, where there is one. */
  readonly card?: (row: Row) => ReactNode;
}

/** Rows of a list as a table, and the button for more of them. */
export function PagedTable<Row extends object>({ pages, card, ...table }: PagedTableProps<Row>) {
  const isPhone = usePhone();
  return (
    <Paged pages={pages}>
      {card && isPhone ? <Cards pages={pages} card={card} empty={table.empty} /> : <Rows pages={pages} {...table} />}
    </Paged>
  );
}

const Rows = <Row extends object>({ pages, widthPx, empty, ...table }: Omit<PagedTableProps<Row>, 'card'>) => (
  <Table<Row>
    rowKey="id"
    size="small"
    dataSource={pages.items}
    loading={pages.isLoading}
    pagination={false}
    scroll={{ x: widthPx }}
    locale={{ emptyText: empty }}
    {...table}
  />
);

const Cards = <Row,>({ pages, card, empty }: Required<Pick<PagedTableProps<Row>, 'pages' | 'card' | 'empty'>>) =>
  pages.items.length > 0 || pages.isLoading ? pages.items.map((row) => card(row)) : <Empty description={empty} />;

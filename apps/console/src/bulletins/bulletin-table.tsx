import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router-dom';
import { FigureCell } from '../report/figure-cell';
import type { Figure } from '../report/report-query';
import type { Bulletin } from './bulletin-page';
import { Instruct } from './instruct';

type Section = Bulletin['sections'][number];
type Row = Section['table']['rows'][number];
type Column = Section['table']['columns'][number];
type Opened = Omit<Figure, 'report'>;

interface BulletinTableProps {
  readonly section: Section;
  show(figure: Opened): void;
}

const textOf = (cell: Row[string] | undefined): string =>
  typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';

/** A table of a bulletin as it stands in the notice. */
export function BulletinTable({ section, show }: BulletinTableProps) {
  const { columns, rows, totals } = section.table;
  const isOfTickets = rows.some(({ $ticket }) => $ticket !== undefined);
  const shown: TableColumnsType<Row> = columns.map((column, index) => ({
    title: column.label,
    ...(index === 0 && { fixed: 'left' as const }),
    ...(column.kind !== 'label' && { align: 'right' as const }),
    render: (_, row) => <Cell section={section} column={column} row={row} show={show} />,
  }));
  if (isOfTickets)
    shown.push({ title: '', width: 70, render: (_, { $ticket }) => <Instruct ticketId={textOf($ticket)} /> });
  return (
    <Table<Row>
      rowKey={(row) => textOf(row['$key'] ?? row['$ticket'] ?? row[columns[0]?.key ?? ''])}
      size="small"
      bordered
      columns={shown}
      dataSource={rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: '本期没有' }}
      {...(totals && {
        summary: () => (
          <Table.Summary.Row className="report-totals">
            {columns.map((column, index) => (
              <Table.Summary.Cell key={column.key} index={index} align={column.kind === 'label' ? 'left' : 'right'}>
                {index === 0 ? '合计' : <Cell section={section} column={column} row={totals} show={show} isTotal />}
              </Table.Summary.Cell>
            ))}
          </Table.Summary.Row>
        ),
      })}
    />
  );
}

interface CellProps extends BulletinTableProps {
  readonly column: Column;
  readonly row: Row;
  readonly isTotal?: true;
}

const signed = (value: number, unit: string): string => `${value > 0 ? '+' : ''}${value.toFixed(1)}${unit}`;

/** Columns of the report that the section is made of; shares and comparisons are the bulletin's own. */
const own = new Set(['share', 'before', 'lastYear', 'now', 'score', 'rank', 'rankChange']);

function Cell({ section, column, row, show, isTotal }: CellProps) {
  const cell = row[column.key];
  const [key, ticket] = [row['$key'], row['$ticket']];
  if (column.key === 'number' && typeof ticket === 'string')
    return <Link to={`/tickets/${ticket}`}>{textOf(cell)}</Link>;
  if (column.kind === 'change') return typeof cell === 'number' ? signed(cell * 100, '%') : '—';
  if (column.kind === 'points') return typeof cell === 'number' ? signed(cell, '个百分点') : '—';
  if (column.kind === 'label') return textOf(cell) || '—';
  const title = isTotal ? '合计' : textOf(row[section.table.columns[0]?.key ?? '']);
  const place = isTotal ? {} : { row: textOf(key) };
  return (
    <FigureCell
      cell={cell}
      isOpenable={section.source !== undefined && !own.has(column.key) && (isTotal === true || typeof key === 'string')}
      open={(part) => show({ ...place, column: column.key, part, title })}
    />
  );
}

import { Table, type TableColumnsType } from 'antd';
import { reportDimensions } from '#http-api/rating-shapes';
import { departmentGroups } from '#http-api/directory-shapes';
import { ComparedNote } from './compared-note';
import { FigureCell } from './figure-cell';
import { ScoreCell } from './score-cell';
import type { Figure, Report, ReportColumn, ReportRow } from './report-query';

interface ReportTableProps {
  readonly report: Report;
  show(figure: Figure): void;
}

const labelOfRow = (report: Report, row: ReportRow): string => {
  const column = report.columns.find(({ kind }) => kind === 'label');
  const cell = column && row.cells[column.key];
  return typeof cell === 'string' && cell !== '' ? cell : '未确定';
};

/** Which row a figure stands in. */
const placeOf = (report: Report, row: ReportRow) => ({
  ...{ report: report.name, row: row.key ?? undefined },
  title: labelOfRow(report, row),
});

/** One row per department, area or whatever was asked for, and the totals; every figure opens its tickets. */
export function ReportTable({ report, show }: ReportTableProps) {
  const figures = inReadingOrder(report.columns.filter(({ of }) => of === undefined));
  const besideOf = ({ key }: ReportColumn) => report.columns.filter(({ of }) => of === key);
  const columns: TableColumnsType<ReportRow> = [
    {
      title: reportDimensions[report.by].label,
      fixed: 'left',
      width: 150,
      render: (_, row) => (
        <>
          {labelOfRow(report, row)}
          {row.group && <span className="quiet">　{departmentGroups[row.group].label}</span>}
        </>
      ),
    },
    ...figures.map((column) => ({
      title: <ColumnTitle report={report} column={column} />,
      align: 'right' as const,
      width: column.kind === 'rate' ? 96 : 66,
      render: (_: unknown, row: ReportRow) => (
        <>
          {column.key === 'score' ? (
            <ScoreCell report={report} row={row} open={(figure) => show({ ...placeOf(report, row), ...figure })} />
          ) : (
            <FigureCell
              cell={row.cells[column.key]}
              open={(part) => show({ ...placeOf(report, row), column: column.key, part })}
              isOpenable={row.key !== null && column.kind !== 'plain'}
            />
          )}
          <ComparedNote beside={besideOf(column)} cells={row.cells} />
        </>
      ),
    })),
  ];
  return (
    <Table<ReportRow>
      rowKey={(row) => row.key ?? ''}
      size="small"
      bordered
      columns={columns}
      dataSource={report.rows}
      pagination={false}
      scroll={{ x: 'max-content', y: 460 }}
      locale={{ emptyText: '这段时间没有工单' }}
      summary={() => (
        <Table.Summary fixed>
          <Table.Summary.Row className="report-totals">
            <Table.Summary.Cell index={0}>合计</Table.Summary.Cell>
            {figures.map((column, index) => (
              <Table.Summary.Cell key={column.key} index={index + 1} align="right">
                <FigureCell
                  cell={report.totals[column.key]}
                  open={(part) => show({ report: report.name, column: column.key, part, title: '合计' })}
                  isOpenable
                />
                <ComparedNote beside={besideOf(column)} cells={report.totals} />
              </Table.Summary.Cell>
            ))}
          </Table.Summary.Row>
        </Table.Summary>
      )}
    />
  );
}

/** What came in, then the rates with what they are made of, so that both are seen without scrolling; then the rest. */
function inReadingOrder(columns: readonly ReportColumn[]): ReportColumn[] {
  const [first, ...counts] = columns.filter(({ kind }) => kind === 'count');
  const plain = columns.filter(({ kind }) => kind === 'plain');
  return [...(first ? [first] : []), ...plain, ...columns.filter(({ kind }) => kind === 'rate'), ...counts];
}

const ColumnTitle = ({ report, column }: { report: Report; column: ReportColumn }) => {
  const formula = report.formulas.find(({ name }) => name === column.formula);
  return (
    <span title={formula && `${formula.numerator} ÷ ${formula.denominator}（口径${formula.version}）`}>
      {column.label}
    </span>
  );
};

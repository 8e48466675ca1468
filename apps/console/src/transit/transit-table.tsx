import { Table, type TableColumnsType } from 'antd';
import { transitAges, transitHolders, type TransitAge, type TransitHolder } from '#ticket/transit';
import type { ListItem } from '#http-api/list-route';
import type { TransitChoice } from './transit-choice';

type Group = ListItem<'GET /api/transit'>;

interface TransitTableProps {
  readonly groups: readonly Group[];
  readonly choice: TransitChoice;
  choose(choice: TransitChoice): void;
}

interface Row extends TransitChoice {
  readonly label: string;
}

const ages = Object.keys(transitAges) as TransitAge[];
const rows: readonly Row[] = [
  ...(Object.keys(transitHolders) as TransitHolder[]).map((holder) => ({
    holder,
    label: transitHolders[holder].label,
  })),
  { label: '合计' },
];

/** With whom how many tickets lie, and for how long; each figure shows its tickets below. */
export function TransitTable({ groups, choice, choose }: TransitTableProps) {
  const figure = (of: TransitChoice) => {
    const count = groups.filter((group) => isOf(group, of)).reduce((sum, { tickets }) => sum + tickets, 0);
    if (count === 0) return <span className="quiet">0</span>;
    const isChosen = of.holder === choice.holder && of.age === choice.age;
    return (
      <button type="button" className="figure" aria-pressed={isChosen} onClick={() => choose(of)}>
        {count}
      </button>
    );
  };
  const columns: TableColumnsType<Row> = [
    { title: '当前责任人', render: (_, { label }) => label },
    ...ages.map((age) => ({
      title: transitAges[age].label,
      width: 90,
      align: 'right' as const,
      render: (_: unknown, { holder }: Row) => figure({ holder, age }),
    })),
    { title: '合计', width: 90, align: 'right', render: (_, { holder }) => figure({ holder }) },
  ];
  return (
    <Table<Row>
      rowKey="label"
      size="small"
      bordered
      className="transit-table"
      columns={columns}
      dataSource={rows}
      pagination={false}
      scroll={{ x: 620 }}
    />
  );
}

const isOf = (group: Group, { holder, age }: TransitChoice): boolean =>
  (holder === undefined || group.holder === holder) && (age === undefined || group.age === age);

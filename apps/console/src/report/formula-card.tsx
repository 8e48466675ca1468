import { Card, Table, type TableColumnsType } from 'antd';
import { PublishedRate } from './published-rate';
import { rateWords } from './rate-words';
import type { Report } from './report-query';

type Formula = Report['formulas'][number];

const columns: TableColumnsType<Formula> = [
  { title: '指标', width: 150, render: (_, row) => row.label },
  { title: '版本', width: 56, render: (_, row) => `v${row.version}` },
  { title: '分子', dataIndex: 'numerator' },
  { title: '分母', dataIndex: 'denominator' },
  { title: '统计范围', dataIndex: 'population' },
  { title: '时间口径', dataIndex: 'dateBasis' },
];

/** 口径: what every rate is made of, what it says, and how it is worked out. */
export const FormulaCard = ({ formulas }: { formulas: readonly Formula[] }) =>
  formulas.length === 0 ? null : (
    <Card size="small" title="指标口径" className="formulas">
      <Table<Formula>
        rowKey="name"
        size="small"
        columns={columns}
        dataSource={formulas}
        pagination={false}
        scroll={{ x: 820 }}
        expandable={{
          rowExpandable: ({ explained }) => explained !== null,
          expandedRowRender: (formula) => <Explained {...formula} />,
        }}
      />
      {formulas.some(({ name }) => name === 'satisfactionRateD') && <PublishedRate />}
    </Card>
  );

const Explained = ({ explained, example }: Formula) => (
  <>
    <p>{explained}</p>
    {example && (
      <p className="quiet">
        举例：{example.numerator} ÷ {example.denominator} = {rateWords(example.value)}
      </p>
    )}
  </>
);

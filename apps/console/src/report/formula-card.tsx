import { Card, Table, type TableColumnsType } from 'antd';
import type { Report } from './report-query';

type Formula = Report['formulas'][number];

const columns: TableColumnsType<Formula> = [
  { title: '指标', width: 130, render: (_, row) => row.label },
  { title: '版本', width: 56, render: (_, row) => `v${row.version}` },
  { title: '分子', dataIndex: 'numerator' },
  { title: '分母', dataIndex: 'denominator' },
  { title: '统计范围', dataIndex: 'population' },
  { title: '时间口径', dataIndex: 'dateBasis' },
];

/** 口径: what every rate is made of. */
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
      />
    </Card>
  );

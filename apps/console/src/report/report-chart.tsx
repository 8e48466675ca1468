import { Card } from 'antd';
import { useMemo } from 'react';
import { Chart } from '../parts/chart';
import { chartOption } from './chart-option';
import type { Report } from './report-query';

/** The counts as bars and the rates as points above them; the table beside it has every figure. */
export function ReportChart({ report }: { report: Report }) {
  const option = useMemo(() => chartOption(report), [report]);
  if (report.rows.length === 0) return null;
  return (
    <Card size="small" className="report-chart" title="图示">
      <Chart option={option} className="report-canvas" label="各项件数与比率的柱线图，数据见上表" />
    </Card>
  );
}

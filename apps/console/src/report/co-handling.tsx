import { Card } from 'antd';
import { useAnswer } from '../api/use-answer';
import { FormulaCard } from './formula-card';
import type { Figure, ReportQuery } from './report-query';
import { ReportTable } from './report-table';

interface CoHandlingProps {
  readonly query: ReportQuery;
  show(figure: Figure): void;
}

/** 协办: the figures count by lead; a line for each department that helped stands beside them. */
export function CoHandling({ query, show }: CoHandlingProps) {
  const request = { params: { name: 'co-handling' }, query: { ...query, by: 'department' } } as const;
  const report = useAnswer('GET /api/reports/:name', request, { keep: true, staleTime: 0 });
  if (!report.data || report.data.rows.length === 0) return null;
  return (
    <Card size="small" title="协办情况（上表按主办统计，协办不计入）">
      <ReportTable report={report.data} show={show} />
      <FormulaCard formulas={report.data.formulas} />
    </Card>
  );
}

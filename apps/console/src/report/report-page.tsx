import { Empty } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { reportComparisons } from '#http-api/rating-shapes';
import { reportFormats } from '#http-api/report-format';
import { useAnswer } from '../api/use-answer';
import { Loaded } from '../parts/loaded';
import { TakeOutButton } from '../parts/take-out-button';
import { fullInstant } from '../words/instant';
import { CoHandling } from './co-handling';
import { FigureDrawer } from './figure-drawer';
import { FormulaCard } from './formula-card';
import type { Figure } from './report-query';
import { ReportSelectors } from './report-selectors';
import { ReportTable } from './report-table';
import { ScoreRules } from './score-rules';
import { useReportQuestion } from './use-report-question';
import './report.css';

/** The chart brings its own library, so it comes after the table. */
const ReportChart = lazy(async () => ({ default: (await import('./report-chart')).ReportChart }));

/** Figures with what they are made of, and the tickets behind each. */
export function ReportPage() {
  const [question, ask] = useReportQuestion();
  const [figure, show] = useState<Figure | null>(null);
  const names = useAnswer('GET /api/reports');
  const name = question.name ?? names.data?.items[0]?.name;
  const keepsPast = names.data?.items.find((each) => each.name === name)?.keepsPast ?? false;
  const { from, to, by } = question;
  const asOf = keepsPast ? question.asOf : undefined;
  const query = { from, to, by, asOf };
  const asked = { ...query, compare: question.compare };
  const report = useAnswer(
    'GET /api/reports/:name',
    { params: { name: name ?? '' }, query: asked },
    { enabled: name !== undefined, keep: true, staleTime: 0 },
  );
  // Only figures that are kept stand as they are shown; others open what stands now.
  const behind = keepsPast && figure?.report === name ? { ...query, asOf: report.data?.asOf } : { from, to, by };
  if (names.data && !name) return <Empty description="还没有报表" />;
  return (
    <div className="page">
      <ReportSelectors question={{ ...question, name }} names={names.data?.items ?? []} ask={ask} />
      <Loaded of={report}>
        {(found) => (
          <>
            <div className="quiet list-count">
              统计截止时间 {fullInstant(found.asOf)}
              {name && (
                <TakeOutButton
                  route="GET /api/reports/:name"
                  request={{ params: { name }, query: { ...asked, asOf: keepsPast ? found.asOf : undefined } }}
                  formats={reportFormats}
                />
              )}
              {found.compared && (
                <span>
                  {reportComparisons[found.compared.with].label}：与{found.compared.from}至{found.compared.to}比较
                </span>
              )}
            </div>
            <ReportTable report={found} show={show} />
            {found.name === 'overview' && found.by === 'department' && !asOf && (
              <CoHandling query={query} show={show} />
            )}
            <Suspense>
              <ReportChart report={found} />
            </Suspense>
            {found.rows.some(({ score }) => score) && <ScoreRules report={found} />}
            <FormulaCard formulas={found.formulas} />
          </>
        )}
      </Loaded>
      <FigureDrawer query={behind} figure={figure} close={() => show(null)} />
    </div>
  );
}

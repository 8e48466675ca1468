import { useSearchParams } from 'react-router-dom';
import { shanghaiDate } from '#calendar/shanghai-time';
import { reportDimensions } from '#http-api/rating-shapes';
import type { Dimension } from './report-query';

export interface ReportQuestion {
  readonly name: string | undefined;
  readonly from: string;
  readonly to: string;
  /** Undefined for the report's own first one. */
  readonly by: Dimension | undefined;
  /** 统计截止时间 (ISO 8601); undefined for now. */
  readonly asOf: string | undefined;
}

const isDimension = (text: string | null): text is Dimension => text !== null && text in reportDimensions;

/** What the report is asked for, kept in the address so that it can be passed on: this month at first. */
export function useReportQuestion(): [ReportQuestion, (change: Partial<ReportQuestion>) => void] {
  const [params, setParams] = useSearchParams();
  const today = shanghaiDate(new Date());
  const by = params.get('by');
  const question = {
    name: params.get('name') ?? undefined,
    from: params.get('from') ?? `${today.slice(0, 8)}01`,
    to: params.get('to') ?? today,
    by: isDimension(by) ? by : undefined,
    asOf: params.get('asOf') ?? undefined,
  } as const;
  const ask = (change: Partial<ReportQuestion>): void => {
    const said = Object.entries({ ...question, ...change }).filter(([, value]) => value !== undefined);
    setParams(said as [string, string][], { replace: true });
  };
  return [question, ask];
}

import { useSearchParams } from 'react-router-dom';
import { shanghaiDate } from '#calendar/shanghai-time';
import { reportComparisons, reportDimensions, type ReportComparison } from '#http-api/rating-shapes';
import type { Dimension } from './report-query';

export interface ReportQuestion {
  readonly name: string | undefined;
  readonly from: string;
  readonly to: string;
  /** Undefined for the report's own first one. */
  readonly by: Dimension | undefined;
  /** 统计截止时间 (ISO 8601); undefined for now. */
  readonly asOf: string | undefined;
  readonly compare: ReportComparison | undefined;
}

const oneOf = <Name extends string>(table: Readonly<Record<Name, unknown>>, text: string | null): Name | undefined =>
  text !== null && Object.hasOwn(table, text) ? (text as Name) : undefined;

/** What the report is asked for, kept in the address so that it can be passed on: this month at first. */
export function useReportQuestion(): [ReportQuestion, (change: Partial<ReportQuestion>) => void] {
  const [params, setParams] = useSearchParams();
  const today = shanghaiDate(new Date());
  const question = {
    name: params.get('name') ?? undefined,
    from: params.get('from') ?? `${today.slice(0, 8)}01`,
    to: params.get('to') ?? today,
    by: oneOf(reportDimensions, params.get('by')),
    asOf: params.get('asOf') ?? undefined,
    compare: oneOf(reportComparisons, params.get('compare')),
  } as const;
  const ask = (change: Partial<ReportQuestion>): void => {
    const said = Object.entries({ ...question, ...change }).filter(([, value]) => value !== undefined);
    setParams(said as [string, string][], { replace: true });
  };
  return [question, ask];
}

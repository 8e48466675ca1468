import { Tooltip } from 'antd';
import type { RouteAnswer } from '#http-api/routes';

export type Risk = NonNullable<RouteAnswer<'GET /api/risks'>['items'][number]['risk']>;

/** 34% */
export const chanceWords = ({ chance }: Pick<Risk, 'chance'>): string => `${Math.round(chance * 100)}%`;

/** 时限已用78%（×2.1）；… */
export const reasonWords = ({ reasons }: Pick<Risk, 'reasons'>): string =>
  reasons.map(({ label, times }) => `${label}（×${times}）`).join('；') || '没有明显的超期因素';

/** How likely a part is to be late, and why; nothing while it is not. */
export const RiskMark = ({ risk }: { risk: Risk | null }) =>
  risk === null || risk.level === 'low' ? null : (
    <Tooltip title={reasonWords(risk)}>
      <span className={`risk risk-${risk.level}`}>超期风险{chanceWords(risk)}</span>
    </Tooltip>
  );

import { limitUnits } from '#http-api/limit-units';
import { shanghaiText } from '#http-api/list-columns';

/** What a clock's rule tells of how its due time came about, as it is stored. */
export interface StoredRule {
  readonly amount?: number;
  readonly unit?: keyof typeof limitUnits;
  readonly limitVersion?: number;
  readonly start?: string;
  readonly upstream?: object;
  readonly steps?: readonly { readonly kind: string }[];
}

/** What may move a due time once it was counted. */
const stepWords: Readonly<Record<string, string>> = {
  pause: '挂账',
  extension: '延期',
  'own-limit': '单独限时',
  'handed-on': '上级单位的期限',
  'send-back': '退回补正',
};

/** 自2026-09-14 09:30起5个工作日，限时规则第1版，计入延期: in a line what the receipt (计时依据) tells day by day. */
export function dueBasis({ amount, unit, limitVersion, start, upstream, steps = [] }: StoredRule): string {
  const counted =
    amount === undefined || unit === undefined
      ? '指定日期'
      : `${start ? `自${minuteText(start)}起` : ''}${amount}${limitUnits[unit].counted}，限时规则第${limitVersion}版`;
  const moved = [...new Set(steps.flatMap(({ kind }) => stepWords[kind] ?? []))];
  const bounds = [...(upstream ? ['上级期限'] : []), ...moved];
  return bounds.length === 0 ? counted : `${counted}，计入${bounds.join('、')}`;
}

/** 2026-09-14 09:30, in Shanghai. */
export const minuteText = (instant: string): string => shanghaiText(instant).slice(0, 16);

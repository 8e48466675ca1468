import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const units: Readonly<Record<string, string>> = { string: '个字', array: '项', number: '' };

/** What is said of a field that was left out or empty. */
export const missing = '请填写';

/** What is wrong with one field of an input, as a clerk would say it; undefined leaves a shape's own words. The console says it before sending. */
export function inputFault(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? missing
        : `格式不对，须为${kinds[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return issue.origin === 'string' && (issue.minimum === 1 || issue.input === '')
        ? missing
        : bound('少于', '小于', issue.origin, issue.minimum);
    case 'too_big':
      return bound('多于', '大于', issue.origin, issue.maximum);
    case 'invalid_value':
      return `须为以下之一：${issue.values.map(String).join('、')}`;
    case 'invalid_format':
      return formats[issue.format];
    case 'unrecognized_keys':
      return '没有这个字段';
    case 'invalid_union':
      return '格式不对';
    default:
      return undefined;
  }
}

/** What is told of a refused input: of each field what is wrong with it first, since the rest follows from that. */
export function firstFaults({ issues }: z.ZodError): z.core.$ZodIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, path }) => {
    const field = JSON.stringify(path.map(String));
    if (code !== 'unrecognized_keys' && seen.has(field)) return false;
    seen.add(field);
    return true;
  });
}

const bound = (many: string, large: string, origin: string, limit: number | bigint): string =>
  `不能${origin === 'number' ? large : many}${limit}${units[origin] ?? ''}`;

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
  record: '对象',
};

const formats: Readonly<Record<string, string>> = {
  datetime: '须为带时区的时间，如 2026-10-08T09:00:00+08:00',
  date: '须为日期，如 2026-10-08',
  email: '须为电子邮箱地址',
};

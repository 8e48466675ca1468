import { z } from 'zod';
import { inputFault } from './input-fault';

const shape = z.strictObject({
  title: z.string().min(1).max(3).optional(),
  content: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  kind: z.enum(['help', 'praise']).optional(),
  at: z.iso.datetime({ offset: true }).optional(),
  day: z.iso.date().optional(),
  missing: z.array(z.string()).min(1).max(2).optional(),
  phone: z.string().regex(/^\d+$/, '电话号码须为数字').optional(),
  either: z.union([z.number(), z.boolean()]).optional(),
});

describe('what is wrong with an input', () => {
  it.each([
    [{ title: '' }, '请填写'],
    [{ title: '路灯不亮' }, '不能多于3个字'],
    [{ title: null }, '请填写'],
    [{ title: 1 }, '格式不对，须为文字'],
    [{ limit: '0' }, '不能小于1'],
    [{ limit: '201' }, '不能大于200'],
    [{ limit: 'many' }, '格式不对，须为数字'],
    [{ kind: 'other' }, '须为以下之一：help、praise'],
    [{ at: '2026-10-08' }, '须为带时区的时间，如 2026-10-08T09:00:00+08:00'],
    [{ day: '2026-13-01' }, '须为日期，如 2026-10-08'],
    [{ missing: [] }, '不能少于1项'],
    [{ missing: ['a', 'b', 'c'] }, '不能多于2项'],
    [{ phone: 'abc' }, '电话号码须为数字'],
    [{ either: 'x' }, '格式不对'],
    [{ unknown: 1 }, '没有这个字段'],
  ])('is said as a clerk would: %p', (given, told) => {
    const read = shape.safeParse(given, { error: inputFault });
    expect(read.error?.issues.map(({ message }) => message)).toEqual([told]);
  });

  it('is that something is missing', () => {
    const read = z.strictObject({ text: z.string() }).safeParse({}, { error: inputFault });
    expect(read.error?.issues.map(({ message }) => message)).toEqual(['请填写']);
  });
});

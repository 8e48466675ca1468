import { z } from 'zod';
import { columnsOf } from './list-columns';
import { isList, itemOf } from './list-route';
import { listTitles } from './list-titles';
import { routeNames } from './routes';
import { labelsOf } from './value-labels';

const lists = routeNames.filter(isList);

/** Every code that may stand in a list, however deep. */
function codesIn(type: z.ZodType): string[][] {
  if (type instanceof z.ZodNullable || type instanceof z.ZodOptional) return codesIn(type.unwrap() as z.ZodType);
  if (type instanceof z.ZodArray) return codesIn(type.element as z.ZodType);
  if (type instanceof z.ZodObject) return Object.values(type.shape as Record<string, z.ZodType>).flatMap(codesIn);
  return type instanceof z.ZodEnum ? [type.options as string[]] : [];
}

describe('a list as a table', () => {
  it('has a title, and a Chinese heading over every column', () => {
    expect(Object.keys(listTitles).sort()).toEqual([...lists].sort());
    const unworded = lists.flatMap((route) =>
      columnsOf(itemOf(route))
        .filter(({ label }) => !/\p{Script=Han}|^SHA-256$/u.test(label))
        .map(({ path }) => `${route} ${path}`),
    );
    expect(unworded).toEqual([]);
  });

  it('says every code as a clerk would', () => {
    const unsaid = lists.flatMap((route) => codesIn(itemOf(route)).filter((codes) => !labelsOf(codes)));
    expect(unsaid).toEqual([]);
  });

  it('tells a ticket in words and in Shanghai’s time', () => {
    const columns = columnsOf(itemOf('GET /api/tickets'));
    const ticket = {
      number: '20261008000000142',
      state: 'handling',
      area: { code: 'east-1', name: '东城街道' },
      lead: null,
      judgementDue: false,
      registeredAt: '2026-10-08T10:00:05.000Z',
    };
    const told = Object.fromEntries(columns.map(({ label, textOf }) => [label, textOf(ticket)]));
    expect(told).toMatchObject({
      工单号: '20261008000000142',
      状态: '办理中',
      区域: '东城街道',
      主办单位: '',
      待合理性认定: '否',
      登记时间: '2026-10-08 18:00:05',
    });
  });
});

import type { Problem } from '#http-api/problem';
import { ordinary } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

const nowhere = '018f3c5e-0000-7000-8000-000000000001';

/** Each asks for something that cannot be, of one kind. */
const asked: Readonly<Record<string, () => Promise<Problem>>> = {
  'a category, an area, a department and a visit that nobody knows': async () => {
    const body = { ...ordinary, categoryCode: 'x', areaCode: 'x', subjectDepartmentId: 'x', visitId: 'x' };
    return (await at.house.as('agent')).refusal('POST /api/tickets', { body });
  },
  'a dispatch to a department that nobody knows': async () => {
    const { id } = await at.people.register({ hold: true });
    const sent = { params: { id }, body: { leadId: nowhere } };
    return (await at.house.as('dispatcher')).refusal('POST /api/tickets/:id/dispatch', sent);
  },
  'a rule for a category that nobody knows': async () => {
    const body = { categoryCode: 'x', leadId: at.house.department('urban').id };
    return (await at.house.as('admin')).refusal('POST /api/dispatch-rules', { body });
  },
  'a cursor of another list': async () =>
    (await at.house.as('agent')).refusal('GET /api/tickets', { query: { cursor: 'x' } }),
  'a cursor of another list that is kept in memory': async () =>
    (await at.house.as('agent')).refusal('GET /api/areas', { query: { cursor: 'x' } }),
  'a report that ends before it begins': async () => {
    const query = { from: '2026-09-02', to: '2026-09-01' };
    return (await at.house.as('manager')).refusal('GET /api/reports/:name', { params: { name: 'overview' }, query });
  },
  'a parent that nobody knows': async () => {
    const body = { code: 'x', name: '某区', parentCode: 'nowhere' };
    return (await at.house.as('admin')).refusal('POST /api/areas', { body });
  },
  'an answer and a referral at once': async () => {
    const both = { answer: { text: '答' }, refer: { reasonCode: 'petition', route: '访' } } as const;
    return (await at.house.as('agent')).refusal('POST /api/tickets', { body: { ...ordinary, ...both } });
  },
  'a year of no calendar': async () =>
    (await at.house.as('admin')).refusal('GET /api/calendars/:year', { params: { year: 'x' } }),
  'an edit of no version': async () => {
    const { id } = await at.people.register({ hold: true });
    const sent = { params: { id }, body: { title: '另一标题' } };
    return (await at.house.as('agent')).refusal('PATCH /api/tickets/:id', sent);
  },
  'a time that is none': async () => {
    const body = { ...ordinary, occurredAt: 'yesterday' };
    return (await at.house.as('agent')).refusal('POST /api/tickets', { body });
  },
};

describe('a refusal', () => {
  it.each(Object.keys(asked))('is in the words of the caller, one for each field: %s', async (what) => {
    const { title, detail, errors = [] } = (await asked[what]?.()) as Problem;
    for (const words of [title, detail, ...errors.map(({ message }) => message)])
      expect(words).toMatch(/\p{Script=Han}/u);
    const paths = errors.map(({ path }) => path);
    expect(paths).toEqual([...new Set(paths)]);
  });

  it('says how the version is told, to whoever edits without one', async () => {
    const told = await asked['an edit of no version']?.();
    expect(told).toMatchObject({ status: 428, title: '缺少 If-Match' });
    expect(told?.detail).toContain('如 If-Match: "3"');
  });
});

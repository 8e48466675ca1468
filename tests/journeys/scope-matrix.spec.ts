import { roleNames, roles, type Role } from '#ticket/role';
import { ticketNumber } from '#store/ticket-number';
import { aForm, aPhotograph } from '#testing/files';
import { HouseClient } from '#testing/house-client';
import { leadOf, type TicketView } from '#testing/people';
import { sampleOf, type JsonSchema } from '#testing/sample-of';
import { hotline } from './support/hotline';

// What is open to strangers is asked by every role from one address.
const at = hotline({ settings: { throttleFactor: 1_000 } });

/** One operation, as the OpenAPI document tells it. */
interface Operation {
  readonly method: string;
  readonly path: string;
  readonly permit: string | readonly Role[];
  readonly body?: JsonSchema;
  /** Whether it takes a form with a file. */
  readonly isUpload: boolean;
  readonly isList: boolean;
}

interface Told {
  'x-permit': Operation['permit'];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>;
}

async function operations(): Promise<Operation[]> {
  const { body } = await at.house.nobody().send('/api/openapi.json', { method: 'GET' });
  const { paths } = body as { paths: Record<string, Record<string, Told>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => ({
      method: method.toUpperCase(),
      path,
      permit: told['x-permit'],
      body: told.requestBody?.content['application/json']?.schema,
      isUpload: told.requestBody?.content['multipart/form-data'] !== undefined,
      isList: Boolean(told.responses['200']?.content?.['application/json']?.schema.properties?.['items']),
    })),
  );
}

/** What an id names, by the path it stands in. Everything else has no owner among the departments. */
const kinds = {
  tickets: '/api/tickets/{id}',
  assignments: '/api/assignments/{id}',
  returns: '/api/returns/{id}',
  issues: '/api/issues/{id}',
  clocks: '/api/clocks/{id}',
  supervisions: '/api/supervisions/{id}',
  extensions: '/api/extensions/{id}',
  holds: '/api/holds/{id}',
} as const;
type Kind = keyof typeof kinds;
const kindOf = ({ path }: Operation): Kind | undefined =>
  (Object.keys(kinds) as Kind[]).find((kind) => path === kinds[kind] || path.startsWith(`${kinds[kind]}/`));

type Ids = Readonly<Record<Kind, string>>;
const nowhere = '018f3c5e-0000-7000-8000-000000000001';
const missing: Ids = {
  tickets: nowhere,
  assignments: nowhere,
  returns: nowhere,
  issues: nowhere,
  supervisions: nowhere,
  clocks: nowhere,
  extensions: nowhere,
  holds: nowhere,
};

/** Writes that an archived ticket still answers, by who asks: the hotline, and its own department. */
const stillAnswered: Readonly<Record<string, { hotline: number; own: number }>> = {
  'POST /api/tickets/{id}/reveal': { hotline: 200, own: 403 },
  'POST /api/tickets/{id}/third-party-copies': { hotline: 201, own: 201 },
  // A copy that nobody has issued.
  'GET /api/tickets/{id}/third-party-copies/{copyId}': { hotline: 404, own: 404 },
  // It only reads.
  'POST /api/assignments/{id}/check-reply': { hotline: 200, own: 200 },
  // A file that nobody has added.
  'GET /api/tickets/{id}/attachments/{aid}': { hotline: 404, own: 404 },
};

const isDepartments = (role: Role): boolean => roles[role].scope === 'department';
const person = (role: Role): Promise<HouseClient> => at.house.as(role, isDepartments(role) ? 'urban' : undefined);

function expected(operation: Operation, role: Role, which: 'own' | 'foreign' | 'missing'): number {
  const { method, path, permit } = operation;
  if (typeof permit !== 'string' && !permit.includes(role)) return 403;
  if (which === 'missing' || (which === 'foreign' && isDepartments(role))) return 404;
  const answered = stillAnswered[`${method} ${path}`];
  if (answered) return isDepartments(role) ? answered.own : answered.hotline;
  return method === 'GET' ? 200 : 409;
}

/** A ticket that was returned once, answered, rated and archived: nothing in it changes whoever asks what. */
async function archived(categoryCode: string): Promise<{ ticket: TicketView; ids: Ids }> {
  const { people } = at;
  let ticket = await people.sign(await people.register({ categoryCode }));
  const asked = await refusedRequests(ticket);
  ticket = await people.giveBack(ticket);
  const returned = await people.pendingReturn(ticket);
  ticket = await people.decide(ticket, 'reject');
  const supervisions = await ordered(ticket);
  ticket = await people.reply(ticket);
  await people.change('reviewer', 'approve', ticket, {});
  await people.rate(ticket);
  await people.archive(ticket);
  const { id: issues } = await issueOf(ticket);
  const [clock] = (await people.now(ticket.id)).clocks;
  const ids = { tickets: ticket.id, assignments: leadOf(ticket).id, returns: returned, issues, supervisions };
  return { ticket, ids: { ...ids, ...asked, clocks: clock?.id ?? nowhere } };
}

/** More time and a hold that the department asked for, and was not given. */
async function refusedRequests(ticket: TicketView): Promise<Pick<Ids, 'extensions' | 'holds'>> {
  const handler = await at.people.handlerOf(leadOf(ticket));
  const params = { id: leadOf(ticket).id };
  const later = new Date(Date.parse(ticket.dueAt ?? '') + 60_000).toISOString();
  const more = { until: later, reason: '待料', basis: '合同' };
  const aside = { plan: '列入改造', responsible: '建设科', reviewAt: later };
  const { id: extensions } = await handler.call('POST /api/assignments/:id/request-extension', { params, body: more });
  const { id: holds } = await handler.call('POST /api/assignments/:id/request-hold', { params, body: aside });
  const supervisor = await at.house.as('supervisor');
  const body = { reason: '理由不足' };
  await supervisor.call('POST /api/extensions/:id/refuse', { params: { id: extensions }, body });
  await supervisor.call('POST /api/holds/:id/refuse', { params: { id: holds }, body });
  return { extensions, holds };
}

/** An order that is over, which its department sees. */
async function ordered(ticket: TicketView): Promise<string> {
  const supervisor = await at.house.as('supervisor');
  const body = { level: 'written', requirement: '请立即办理。' } as const;
  const order = await supervisor.call('POST /api/tickets/:id/supervise', { params: { id: ticket.id }, body });
  const params = { id: order.id };
  await supervisor.call('POST /api/supervisions/:id/sign', { params, body: {} });
  const handler = await at.people.handlerOf(leadOf(ticket));
  await handler.call('POST /api/supervisions/:id/answer', { params, body: { text: '已办理。' } });
  await supervisor.call('POST /api/supervisions/:id/close', { params, body: {} });
  return order.id;
}

/** A hot issue of this ticket alone, at a version that nobody names who has read it once. */
async function issueOf(ticket: TicketView): Promise<{ id: string }> {
  const body = { name: ticket.number, ticketIds: [ticket.id] };
  return (await at.house.as('dispatcher')).call('POST /api/issues', { body });
}

/** What a body may name that exists: what is asked for must not fail on anything but the ticket. */
let named: Record<string, unknown> = {};

async function nameWhatExists(): Promise<void> {
  const { id: intoId } = await at.people.register({ hold: true });
  const { items } = await (await at.house.as('admin')).call('GET /api/users', { query: { role: 'officer' } });
  named = { intoId, officerId: items[0]?.id, leadId: at.house.department('police').id, phone: '13812345678' };
}

async function ask(client: HouseClient, { method, path, body, isUpload }: Operation, id: string) {
  const address = path.replace('{id}', id).replace(/\{(copyId|aid|milestoneId)\}/, nowhere);
  if (isUpload) return client.send(address, { method, body: aForm('内容', '说明.txt') });
  const sent = body && JSON.stringify(sampleOf(body, named));
  const headers = { 'if-match': '"1"', ...(sent && { 'content-type': 'application/json' }) };
  return client.send(address, { method, headers, body: sent });
}

describe('every operation on a ticket, a part or a return, from the OpenAPI document', () => {
  let asked: Operation[];
  let ids: Record<'own' | 'foreign' | 'missing', Ids>;

  beforeAll(async () => {
    asked = (await operations()).filter((operation) => kindOf(operation));
    const [own, foreign] = [await archived('city.waste'), await archived('school.fees')];
    expect(leadOf(own.ticket).department.name).toBe('城市管理局');
    expect(leadOf(foreign.ticket).department.name).not.toBe('城市管理局');
    ids = { own: own.ids, foreign: foreign.ids, missing };
    await nameWhatExists();
  });

  it('lets in nobody without a session', async () => {
    expect(asked.length).toBeGreaterThan(35);
    for (const operation of asked) {
      const { status } = await ask(at.house.nobody(), operation, nowhere);
      expect([operation.method, operation.path, status]).toEqual([operation.method, operation.path, 401]);
    }
  });

  it.each(roleNames)(
    'answers %s of one’s own, of another department’s and of nothing exactly as it must',
    async (role) => {
      const client = await person(role);
      const found: string[] = [];
      const wanted: string[] = [];
      for (const operation of asked)
        for (const which of ['own', 'foreign', 'missing'] as const) {
          const { status } = await ask(client, operation, ids[which][kindOf(operation) ?? 'tickets']);
          const name = `${operation.method} ${operation.path} ${which}`;
          found.push(`${name} ${status}`);
          wanted.push(`${name} ${expected(operation, role, which)}`);
        }
      expect(found).toEqual(wanted);
    },
  );

  it('tells a department in the same words that a thing is not there and that it is another’s', async () => {
    const client = await person('handler');
    for (const operation of asked) {
      if (expected(operation, 'handler', 'foreign') !== 404) continue;
      const kind = kindOf(operation) ?? 'tickets';
      const foreign = await ask(client, operation, ids.foreign[kind]);
      const none = await ask(client, operation, nowhere);
      expect(foreign.body).toEqual(none.body);
    }
  });
});

describe('another system', () => {
  const isTheirs = ({ permit }: Operation): boolean => permit === 'channel-client';
  const addressed = (operation: Operation): Operation => ({
    ...operation,
    path: operation.path.replaceAll(/\{(?!id|copyId)\w+\}/g, 'web'),
    body: undefined,
  });

  it('comes in where its key is asked for, and nowhere else; no person comes in there', async () => {
    const body = { name: '统一平台', channels: ['web'] as ['web'] };
    const { key } = await (await at.house.as('admin')).call('POST /api/channel-clients', { body });
    const system = new HouseClient(at.house.url, key);
    const all = (await operations()).map(addressed);
    expect(all.filter(isTheirs).length).toBeGreaterThan(0);
    for (const operation of all) {
      const { method, path, permit } = operation;
      if (permit === 'anyone' || permit === 'tracking-pair') continue;
      const { status } = await ask(system, operation, nowhere);
      expect([method, path, status === 401]).toEqual([method, path, !isTheirs(operation)]);
      if (!isTheirs(operation)) continue;
      for (const role of roleNames) {
        const refused = await ask(await person(role), operation, nowhere);
        expect([method, path, role, refused.status]).toEqual([method, path, role, 401]);
      }
    }
  });
});

describe('what a citizen does with number and code', () => {
  let asked: Operation[];
  let pair: { number: string; code: string };
  let other: typeof pair;

  const pairOf = ({ number, trackingCode }: TicketView) => ({ number, code: trackingCode ?? '' });

  beforeAll(async () => {
    asked = (await operations()).filter(({ permit }) => permit === 'tracking-pair');
    pair = pairOf(await at.people.register());
    other = pairOf(await at.people.register());
  });

  /** Everything that the operation asks for, with this pair. */
  async function send(client: HouseClient, { method, path, body, isUpload }: Operation, sent: typeof pair) {
    if (isUpload) return client.send(path, { method, body: aForm(await aPhotograph(), '现场.jpg', sent) });
    const said = JSON.stringify({ ...(sampleOf(body ?? {}, named) as object), ...sent });
    return client.send(path, { method, headers: { 'content-type': 'application/json' }, body: said });
  }

  it('is at addresses that name no ticket and carry no code', () => {
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter(({ method, path }) => method !== 'POST' || /[{?]/.test(path))).toEqual([]);
  });

  it('is refused to everybody with the same words for a number that is nobody’s and another ticket’s code', async () => {
    const clients = [at.house.nobody(), ...(await Promise.all(roleNames.map(person)))];
    const unknown = { ...pair, number: ticketNumber(new Date('2020-01-01'), 1) };
    for (const operation of asked) {
      const wrongs = clients.flatMap((client) => [
        send(client, operation, { ...pair, code: other.code }),
        send(client, operation, unknown),
      ]);
      const told = (await Promise.all(wrongs)).map(({ status, body }) => ({ status, body }));
      expect([operation.path, told[0]?.status]).toEqual([operation.path, 404]);
      expect(told).toEqual(told.map(() => told[0]));
    }
  });

  it('asks nobody for a session, and gives nobody more who has one', async () => {
    const look = asked.find(({ path }) => path === '/api/public/track');
    if (!look) throw new Error('nothing is tracked');
    const { body } = await send(at.house.nobody(), look, pair);
    for (const role of roleNames) expect((await send(await person(role), look, pair)).body).toEqual(body);
  });
});

describe('lists, counts, searches and reports of a department', () => {
  /** Every list there is, and what else counts: asked in all the ways that could tell of another's. */
  function lists(operations: readonly Operation[], foreign: TicketView): string[] {
    const period = 'from=2026-09-01&to=2026-09-30';
    const searches = [
      { count: true },
      { q: '实验小学', count: true },
      { number: foreign.number, count: true },
      { phone: '13855550000', count: true },
    ];
    return [
      ...operations
        .filter(({ method, path, isList }) => isList && method === 'GET' && !path.includes('{') && !isDirectory(path))
        .map(({ path }) => `GET ${path}`),
      ...[
        'state=closed',
        'state=handling',
        'count=true&state=handling',
        `q=${encodeURIComponent('实验小学')}&count=true`,
      ].map((query) => `GET /api/tickets?${query}`),
      ...['waiting', 'working', 'answered', 'returned'].map(
        (state) => `GET /api/assignments?count=true&state=${state}`,
      ),
      ...['pending', 'rejected'].map((state) => `GET /api/returns?state=${state}`),
      `GET /api/returns?ticketId=${foreign.id}`,
      ...['department', 'category', 'type', 'day'].map((by) => `GET /api/reports/overview?${period}&by=${by}`),
      ...['received', 'closed', 'satisfactionRateA'].map(
        (column) => `GET /api/reports/overview/tickets?${period}&column=${column}`,
      ),
      ...searches.map((body) => `POST /api/tickets/search ${JSON.stringify(body)}`),
    ];
  }

  /** What everybody reads: names of departments, places and rules, which are no tickets. */
  const isDirectory = (path: string): boolean =>
    /departments|areas|categories|time-limits|dispatch-rules|colleagues|reports$/.test(path);

  /** As of when a report was asked for says nothing of what is in it. */
  const undated = (body: unknown): unknown =>
    typeof body === 'object' && body !== null && 'asOf' in body ? { ...body, asOf: undefined } : body;

  async function answers(client: HouseClient, asked: readonly string[]): Promise<Record<string, unknown>> {
    const told: Record<string, unknown> = {};
    for (const each of asked) {
      const [method = '', address = '', body] = each.split(' ');
      const headers = body ? { 'content-type': 'application/json' } : undefined;
      const answer = await client.send(address, { method, headers, body });
      told[each] = [answer.status, undated(answer.body)];
    }
    return told;
  }

  it.each(['handler', 'officer', 'department-head'] as const)(
    'never differ, for %s, by what is out of scope',
    async (role) => {
      const client = await person(role);
      const given = {
        categoryCode: 'school.fees',
        title: '实验小学门口堵车',
        citizen: { name: '某', phone: '13855550000' },
      };
      const foreign = await at.people.bring('closed', given);
      const asked = lists(await operations(), foreign);
      await at.people.bring('handling', { categoryCode: 'city.waste' });
      const before = await answers(client, asked);
      expect(Object.values(before).filter((answer) => (answer as [number])[0] === 200).length).toBeGreaterThan(
        role === 'department-head' ? 20 : 12,
      );
      for (const to of ['handling', 'replied', 'closed'] as const) await at.people.bring(to, given);
      await at.people.giveBack(await at.people.bring('handling', given));
      expect(await answers(client, asked)).toEqual(before);
    },
  );
});

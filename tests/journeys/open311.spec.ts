import { SaxesParser } from 'saxes';
import type { Channel } from '#ticket/channel';
import { hotline } from './support/hotline';

// Early enough in the year for a season to pass in it: the next one's holidays are not announced yet.
const at = hotline({ now: '2026-03-02T09:30:00+08:00' });
const v2 = '/open311/v2';

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

async function ask(
  address: string,
  form?: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(`${at.house.url}${address}`, {
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    headers,
  });
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
}

type Json = Record<string, unknown>;
const json = async (address: string): Promise<Json[]> => JSON.parse((await ask(address)).text) as Json[];

/** An XML document as `element/element=text` lines; it is well-formed, or this throws. */
function xmlLines(text: string): string[] {
  const lines: string[] = [];
  const path: string[] = [];
  let said = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    path.push(name);
    said = '';
  });
  parser.on('text', (more) => (said += more));
  parser.on('closetag', ({ isSelfClosing }) => {
    if (said.trim() || isSelfClosing) lines.push(`${path.join('/')}=${said.trim()}`);
    path.pop();
    said = '';
  });
  parser.write(text).close();
  return lines;
}
const xml = async (address: string): Promise<string[]> => xmlLines((await ask(address)).text);

let names = 0;
async function aKey(channels: Channel[] = ['open311']): Promise<string> {
  const body = { name: `Open311应用${(names += 1)}`, channels };
  return (await (await at.house.as('admin')).call('POST /api/channel-clients', { body })).key ?? '';
}

const asked = {
  service_code: 'city.waste',
  description: '幸福里三号楼前的垃圾三天没有清运，我叫诸葛明，电话13911112222',
  address_string: '幸福里三号楼前',
  address_id: 'east-1',
  lat: '30.6571',
  long: '104.0658',
  first_name: '明',
  last_name: '诸葛',
  phone: '13911112222',
  email: 'zhuge@example.com',
};

async function request(given: Record<string, string> = {}): Promise<string> {
  const { status, text } = await ask(`${v2}/requests.json`, { api_key: await aKey(), ...asked, ...given });
  expect([status, text]).toEqual([201, expect.stringContaining('service_request_id')]);
  const [told] = JSON.parse(text) as { service_request_id: string }[];
  await at.house.settle();
  return told?.service_request_id ?? '';
}
async function ticketOf(number: string) {
  const { items } = await (await at.house.as('agent')).call('GET /api/tickets', { query: { number } });
  return at.people.now(items[0]?.id ?? '');
}
/** They are told in Chinese, as everything else here is: of English there are names only. */
const inEnglish = /[a-z]+ [a-z]+ [a-z]+/i;
function errorsIn({ text }: Answer): Json[] {
  const errors = JSON.parse(text) as Json[];
  for (const { description } of errors) {
    expect(description).toMatch(/\p{Script=Han}/u);
    expect(description).not.toMatch(inEnglish);
  }
  return errors;
}

describe('service discovery', () => {
  it.each(['/open311/discovery', '/open311/discovery.json'])(
    'at %s says where and in what the service is spoken',
    async (path) => {
      const { status, type, text } = await ask(path);
      expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
      expect(JSON.parse(text)).toMatchObject({
        changeset: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
        endpoints: [
          {
            specification: 'http://wiki.open311.org/GeoReport_v2',
            url: `${at.house.url}${v2}`,
            type: 'production',
            formats: ['application/json', 'text/xml'],
          },
        ],
      });
    },
  );

  it('is said in XML too', async () => {
    expect(await xml('/open311/discovery.xml')).toEqual(
      expect.arrayContaining([
        `discovery/endpoints/endpoint/url=${at.house.url}${v2}`,
        'discovery/endpoints/endpoint/formats/format=text/xml',
      ]),
    );
  });
});

describe('the list of services', () => {
  it('has the ends of the category tree, with every field of the standard', async () => {
    const services = await json(`${v2}/services.json`);
    const { items } = await (await at.house.as('agent')).call('GET /api/categories', { query: { limit: 200 } });
    const parents = new Set(items.map(({ parentCode }) => parentCode));
    expect(services.map((each) => each['service_code']).sort()).toEqual(
      items
        .filter(({ code }) => !parents.has(code))
        .map(({ code }) => code)
        .sort(),
    );
    for (const service of services)
      expect(service).toEqual({
        service_code: expect.any(String) as string,
        service_name: expect.any(String) as string,
        description: expect.any(String) as string,
        metadata: true,
        type: 'realtime',
        keywords: expect.any(String) as string,
        group: expect.any(String) as string,
      });
  });

  it('says the same in XML, which is text/xml in UTF-8', async () => {
    const { type, text } = await ask(`${v2}/services.xml`);
    expect(type).toBe('text/xml; charset=utf-8');
    expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>/);
    const codes = xmlLines(text).filter((line) => line.startsWith('services/service/service_code='));
    expect(codes).toHaveLength((await json(`${v2}/services.json`)).length);
  });
});

describe('the definition of a service', () => {
  it('names its attributes, in their order, with the values of a list', async () => {
    const { text } = await ask(`${v2}/services/city.waste.json`);
    const definition = JSON.parse(text) as { service_code: string; attributes: Json[] };
    expect(definition.service_code).toBe('city.waste');
    expect(definition.attributes.map(({ order }) => order)).toEqual([1, 2, 3]);
    for (const attribute of definition.attributes)
      expect(Object.keys(attribute).sort()).toEqual(
        'code datatype datatype_description description order required values variable'.split(' '),
      );
    expect(definition.attributes[0]).toMatchObject({ code: 'request_type', datatype: 'singlevaluelist' });
    expect(await xml(`${v2}/services/city.waste.xml`)).toEqual(
      expect.arrayContaining([
        'service_definition/service_code=city.waste',
        'service_definition/attributes/attribute/code=request_type',
        'service_definition/attributes/attribute/values/value/key=complaint',
        'service_definition/attributes/attribute/values/value/name=投诉',
      ]),
    );
  });

  it('of a code that there is not, and of a category above, is not found', async () => {
    for (const code of ['nothing', 'city']) {
      const answer = await ask(`${v2}/services/${code}.json`);
      expect([answer.status, errorsIn(answer)]).toEqual([404, [{ code: 404, description: '没有这个 service_code' }]]);
    }
  });
});

describe('asking for a service', () => {
  it('makes a ticket at once, and answers its number', async () => {
    const number = await request({ 'attribute[request_type]': 'complaint', 'attribute[subject_party]': '物业公司' });
    expect(await ticketOf(number)).toMatchObject({
      ...{ channel: 'open311', type: 'complaint', subjectParty: '物业公司', address: '幸福里三号楼前' },
      ...{ category: { code: 'city.waste' }, area: { code: 'east-1' }, location: { lat: 30.6571, lng: 104.0658 } },
      citizen: { name: '诸**', phone: '139****2222' },
    });
  });

  it('is answered in XML as a request with its id', async () => {
    const { status, text } = await ask(`${v2}/requests.xml`, { api_key: await aKey(), ...asked });
    expect(status).toBe(201);
    expect(xmlLines(text)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^service_requests\/request\/service_request_id=\d+$/)]),
    );
  });

  it.each<[string, Record<string, string>]>([
    ['an address', { lat: '', long: '', address_id: '' }],
    ['coordinates', { address_string: '', address_id: '' }],
    ['an area', { address_string: '', lat: '', long: '' }],
  ])('takes %s as the place', async (_, given) => {
    expect((await ask(`${v2}/requests.json`, { api_key: await aKey(), ...asked, ...given })).status).toBe(201);
  });

  it.each<[string, Record<string, string>, number, RegExp]>([
    ['no key', { api_key: '' }, 403, /api_key/],
    ['a key that is none', { api_key: 'hotline_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }, 403, /api_key/],
    ['no service', { service_code: '' }, 400, /请提供 service_code/],
    ['a service that there is not', { service_code: 'x' }, 404, /service_code/],
    ['no place', { lat: '', long: '', address_string: '', address_id: '' }, 400, /须说明地点/],
    ['half a place', { long: '' }, 400, /须同时提供/],
    ['a place off the earth', { lat: '91' }, 400, /^lat: /],
    ['an area that there is not', { address_id: 'nowhere' }, 400, /areaCode/],
    ['an address that is no e-mail', { email: 'nobody' }, 400, /^email: /],
    ['too long a text', { description: '长'.repeat(4_001) }, 400, /^description: /],
    ['a picture that is no address', { media_url: 'javascript:alert(1)' }, 400, /^media_url: /],
    ['an attribute that nobody asks for', { 'attribute[colour]': 'red' }, 400, /colour/],
    ['a value that is none of the list', { 'attribute[request_type]': 'x' }, 400, /request_type/],
    ['another jurisdiction', { jurisdiction_id: 'elsewhere' }, 404, /jurisdiction_id/],
  ])('is refused for %s, by code and description', async (_, given, status, description) => {
    const key = await aKey();
    const answer = await ask(`${v2}/requests.json`, { api_key: key, ...asked, ...given });
    expect([answer.status, errorsIn(answer)]).toEqual([
      status,
      expect.arrayContaining([{ code: status, description: expect.stringMatching(description) as string }]),
    ]);
  });

  it('needs a key of this channel, that is still in force', async () => {
    const { status } = await ask(`${v2}/requests.json`, { api_key: await aKey(['web']), ...asked });
    expect(status).toBe(403);
  });

  it('is refused in XML where XML was asked for', async () => {
    const answer = await ask(`${v2}/requests.xml`, asked);
    expect([answer.status, answer.type]).toEqual([403, 'text/xml; charset=utf-8']);
    expect(xmlLines(answer.text)).toEqual([
      'errors/error/code=403',
      'errors/error/description=缺少 api_key，或 api_key 无效',
    ]);
  });

  it('takes forms only, and forms are heard nowhere else', async () => {
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(asked) };
    expect((await fetch(`${at.house.url}${v2}/requests.json`, init)).status).toBe(415);
    expect((await ask('/api/session', { username: 'agent', password: 'x' })).status).toBe(415);
  });

  it('is one ticket under one Idempotency-Key, from all sides at once', async () => {
    const form = { api_key: await aKey(), ...asked };
    const headers = { 'idempotency-key': 'open311-1' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(`${v2}/requests.json`, form, headers)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  });
});

describe('a token', () => {
  it('leads to the id of its request, in both formats', async () => {
    const { text } = await ask(`${v2}/requests.json`, { api_key: await aKey(), ...asked });
    const [told] = JSON.parse(text) as { service_request_id: string; token: string }[];
    const { service_request_id: id = '', token = '' } = told ?? {};
    expect(await json(`${v2}/tokens/${token}.json`)).toEqual([{ service_request_id: id, token }]);
    expect(await xml(`${v2}/tokens/${token}.xml`)).toEqual([
      `service_requests/request/service_request_id=${id}`,
      `service_requests/request/token=${token}`,
    ]);
  });

  it('that nobody was given is not found', async () => {
    expect((await ask(`${v2}/tokens/nothing.json`)).status).toBe(404);
  });
});

describe('requests', () => {
  const ids = async (query: string): Promise<unknown[]> =>
    (await json(`${v2}/requests.json?${query}`)).map((each) => each['service_request_id']);

  it('are read one by one with every field of the standard, and nothing of who asked', async () => {
    const number = await request();
    const { text } = await ask(`${v2}/requests/${number}.json`);
    const [found = {}] = JSON.parse(text) as Json[];
    expect(Object.keys(found).sort()).toEqual(
      (
        'address address_id agency_responsible description expected_datetime lat long media_url requested_datetime ' +
        'service_code service_name service_notice service_request_id status status_notes updated_datetime zipcode'
      ).split(' '),
    );
    expect(found).toMatchObject({
      ...{ service_request_id: number, status: 'open', service_code: 'city.waste', lat: 30.6571, long: 104.0658 },
      agency_responsible: '城市管理局',
      requested_datetime: at.house.clock.now().toISOString(),
    });
    expect(text).not.toMatch(/诸葛|13911112222|zhuge/);
    expect((await ask(`${v2}/requests/${number}.xml`)).text).not.toMatch(/诸葛|13911112222|zhuge/);
  });

  it('say the same in XML', async () => {
    const number = await request();
    expect(await xml(`${v2}/requests/${number}.xml`)).toEqual(
      expect.arrayContaining([
        `service_requests/request/service_request_id=${number}`,
        'service_requests/request/status=open',
        'service_requests/request/zipcode=',
      ]),
    );
  });

  it('are closed with the ticket, and then say what was answered', async () => {
    const number = await request();
    let ticket = await at.people.contact(await at.people.sign(await ticketOf(number)));
    ticket = await at.people.reply(ticket, { publicText: '已清运，已电话13911112222告知诸葛明。' });
    await at.people.change('reviewer', 'approve', ticket, {});
    const closed = await at.people.rate(ticket);
    expect(closed.state).toBe('closed');
    const [found] = await json(`${v2}/requests/${number}.json`);
    expect(found).toMatchObject({ status: 'closed', status_notes: expect.stringContaining('已清运') as string });
    expect(JSON.stringify(found)).not.toMatch(/诸葛|13911112222/);
    expect(await ids('status=closed')).toContain(number);
    expect(await ids('status=open')).not.toContain(number);
    expect(await ids('status=open,closed')).toContain(number);
  });

  it('are found by several numbers at once, whatever else is said', async () => {
    const [first, second] = [await request(), await request({ service_code: 'city.lamps' })];
    expect(await ids(`service_request_id=${first},${second},nothing&service_code=x`)).toEqual([second, first]);
  });

  it('are found by services, the newest first', async () => {
    const number = await request({ service_code: 'city.lamps' });
    expect((await ids('service_code=city.lamps'))[0]).toBe(number);
    expect(await ids('service_code=city.lamps,city.waste')).toEqual(expect.arrayContaining([number]));
    expect(await ids('service_code=school.fees')).not.toContain(number);
  });

  it('are found by the time they were asked for, ninety days up to now unless it is said', async () => {
    const early = await request();
    at.house.clock.advance(10 * 86_400_000);
    const late = await request();
    const day = (days: number): string =>
      new Date(at.house.clock.now().getTime() + days * 86_400_000).toISOString().replace(/\.\d+/, '');
    expect(await ids('')).toEqual(expect.arrayContaining([early, late]));
    expect(await ids(`start_date=${day(-1)}`)).not.toContain(early);
    expect(await ids(`end_date=${day(-1)}`)).not.toContain(late);
    expect(await ids(`start_date=${day(-11)}&end_date=${day(-9)}`)).toContain(early);
    at.house.clock.advance(85 * 86_400_000);
    expect(await ids('')).not.toContain(early);
    expect(await ids('')).toContain(late);
    expect((await ask(`${v2}/requests.json?start_date=${day(-91)}&end_date=${day(0)}`)).status).toBe(400);
  });

  it('are found by when they changed last (an extension)', async () => {
    const number = await request();
    const now = at.house.clock.now();
    at.house.clock.advance(3_600_000);
    const since = encodeURIComponent(new Date(now.getTime() + 1_800_000).toISOString());
    expect(await ids(`updated_after=${since}`)).not.toContain(number);
    await at.people.sign(await ticketOf(number));
    expect(await ids(`updated_after=${since}`)).toContain(number);
    expect(await ids(`updated_before=${since}`)).not.toContain(number);
  });

  it('come in pages (an extension)', async () => {
    const numbers = [await request(), await request(), await request()].reverse();
    const first = await ids('page_size=2');
    expect(first).toEqual(numbers.slice(0, 2));
    expect((await ids('page_size=2&page=2'))[0]).toBe(numbers[2]);
    expect((await ask(`${v2}/requests.json?page_size=201`)).status).toBe(400);
  });

  it.each([
    'status=lost',
    'start_date=yesterday',
    'start_date=2026-13-01',
    'start_date=2025-01-01&end_date=2026-01-01',
    'page=0',
    'page=x',
  ])('refuse %s', async (query) => {
    const answer = await ask(`${v2}/requests.json?${query}`);
    expect([answer.status, errorsIn(answer)[0]]).toMatchObject([400, { code: 400 }]);
  });

  it('leave parameters alone that are none of theirs', async () => {
    expect((await ask(`${v2}/requests.json?extensions=true&api_key=x`)).status).toBe(200);
  });

  it('are none but those that came by this way, and none of a protected citizen', async () => {
    const byPhone = await at.people.register();
    const protectedNumber = await request({ 'attribute[request_type]': 'report' });
    expect((await ask(`${v2}/requests/${byPhone.number}.json`)).status).toBe(404);
    expect((await ask(`${v2}/requests/${protectedNumber}.json`)).status).toBe(404);
    expect(await ids('')).not.toContain(protectedNumber);
  });
});

describe('what every address has in common', () => {
  const addresses = ['services', 'services/city.waste', 'requests'];

  it.each(addresses)('%s knows its jurisdiction, and no other', async (address) => {
    expect((await ask(`${v2}/${address}.json?jurisdiction_id=district`)).status).toBe(200);
    const other = await ask(`${v2}/${address}.json?jurisdiction_id=elsewhere`);
    expect([other.status, errorsIn(other)]).toEqual([404, [{ code: 404, description: '没有这个 jurisdiction_id' }]]);
  });

  it('is that an ending which is no format is not found', async () => {
    expect((await ask(`${v2}/services/city.waste`)).status).toBe(404);
    expect((await ask(`${v2}/services.yaml`)).status).toBe(404);
  });

  it('is that what there is not is told as everything else, in the format asked for', async () => {
    const asXml = await ask(`${v2}/nothing.xml`);
    expect([asXml.status, asXml.type]).toEqual([404, 'text/xml; charset=utf-8']);
    expect(xmlLines(asXml.text)).toEqual(['errors/error/code=404', 'errors/error/description=没有这个地址']);
    const asJson = await ask(`${v2}/nothing/at/all.json?x=.xml`);
    expect([asJson.status, errorsIn(asJson)]).toEqual([404, [{ code: 404, description: '没有这个地址' }]]);
    expect((await ask('/open311')).type).toBe('text/xml; charset=utf-8');
  });

  it('is that a method which does nothing there is told so, with those that do', async () => {
    const answer = await fetch(`${at.house.url}${v2}/requests.json`, { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    expect(await answer.json()).toEqual([{ code: 405, description: '这个地址只支持 GET、HEAD、POST' }]);
  });

  it('is that everything in XML is well-formed, whatever somebody wrote', async () => {
    const number = await request({ description: '<b>"&\u0001 路灯 </b>' });
    const lines = await xml(`${v2}/requests/${number}.xml`);
    expect(lines.find((line) => line.startsWith('service_requests/request/description='))).toContain('<b>"&');
  });
});

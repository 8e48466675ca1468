import sharp from 'sharp';
import { Attachments } from '#intake/attachments/attachments';
import type { Actor } from '#ticket/actor';
import { addFile, downloadFile } from '#testing/attachment-client';
import { aForm, aPhotograph } from '#testing/files';
import type { HouseClient } from '#testing/house-client';
import { goodReply, leadOf, type TicketView } from '#testing/people';
import { hotline } from './support/hotline';

const at = hotline();

const look = (client: HouseClient, { id }: { id: string }): Promise<TicketView> =>
  client.call('GET /api/tickets/:id', { params: { id } });
const share = (client: HouseClient, ticket: { id: string }, file: { id: string }) =>
  client.call('POST /api/tickets/:id/attachments/:aid/share', { params: { id: ticket.id, aid: file.id }, body: {} });
const withhold = (client: HouseClient, ticket: { id: string }, file: { id: string }) =>
  client.call('POST /api/tickets/:id/attachments/:aid/withhold', { params: { id: ticket.id, aid: file.id }, body: {} });

const citizen: Actor = { id: 'citizen', name: '诉求人', roles: ['citizen'], departmentIds: [] };
async function* inPieces(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.length; from += 1_000) {
    await Promise.resolve();
    yield content.subarray(from, from + 1_000);
  }
}

/** The citizen gives a photograph whose name tells who it is. */
async function given(ticket: { id: string }): Promise<{ id: string; content: Buffer }> {
  const content = await aPhotograph();
  const file = { name: '张小明家门口.jpg', content: inPieces(content), kind: 'scene', fromCitizen: true } as const;
  return { id: await at.house.app.get(Attachments).add(ticket.id, file, citizen), content };
}

describe('what the citizen of an ordinary ticket gives', () => {
  it('is shown to the department that handles it, and to no other', async () => {
    const ticket = await at.people.bring('handling');
    const file = await given(ticket);
    const handler = await at.people.handlerOf(leadOf(ticket));
    const { attachments, attachmentsWithheld } = await look(handler, ticket);
    expect(attachments).toMatchObject([{ id: file.id, name: '张小明家门口.jpg', by: 'citizen', fromCitizen: true }]);
    expect(attachmentsWithheld).toBe(0);
    expect((await downloadFile(handler, ticket, file)).bytes.equals(file.content)).toBe(true);
    const others = await at.house.as('handler', 'police');
    const foreign = await downloadFile(others, ticket, file);
    const unknown = await downloadFile(handler, ticket, { id: ticket.id });
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(foreign.bytes.equals(unknown.bytes)).toBe(true);
  });

  it('is not found under another ticket of the same department', async () => {
    const [one, other] = [await at.people.bring('handling'), await at.people.bring('handling')];
    const file = await given(one);
    const handler = await at.people.handlerOf(leadOf(one));
    expect((await downloadFile(handler, other, file)).status).toBe(404);
  });
});

describe.each([
  ['a confidential ticket', { citizen: { name: '张小明', phone: '13812345678', confidential: true } }],
  // Even when nobody asked for it.
  ['a report', { type: 'report', citizen: { name: '张小明', phone: '13812345678', confidential: false } }],
] as const)('what the citizen of %s gives', (_what, registration) => {
  let ticket: TicketView;
  let file: { id: string; content: Buffer };
  let handler: HouseClient;
  let agent: HouseClient;
  beforeAll(async () => {
    ticket = await at.people.bring('handling', registration);
    file = await given(ticket);
    handler = await at.people.handlerOf(leadOf(ticket));
    agent = await at.house.as('agent');
  });

  it('is shown to the hotline', async () => {
    expect((await look(agent, ticket)).attachments).toMatchObject([{ name: '张小明家门口.jpg' }]);
    expect((await downloadFile(agent, ticket, file)).bytes.equals(file.content)).toBe(true);
  });

  it('is kept from departments, who are told that there is something', async () => {
    const seen = await look(handler, ticket);
    expect([seen.attachments, seen.attachmentsWithheld]).toEqual([[], 1]);
    expect((await downloadFile(handler, ticket, file)).status).toBe(404);
    expect((await downloadFile(handler, ticket, file, { query: '?thumbnail=true' })).status).toBe(404);
    const { items } = await handler.call('GET /api/tickets/:id/history', { params: { id: ticket.id } });
    expect(JSON.stringify([seen, items])).not.toContain('张小明家');
  });

  it('cannot be named in a reply by who does not see it', async () => {
    const body = { ...goodReply, attachmentIds: [file.id] };
    const problem = await handler.refusal('POST /api/assignments/:id/reply', {
      params: { id: leadOf(ticket).id },
      body,
    });
    expect(problem.errors).toMatchObject([{ path: 'attachmentIds' }]);
  });

  it('is shown to departments once the hotline shares it, without its name and what the camera noted', async () => {
    await share(agent, ticket, file);
    const { attachments, attachmentsWithheld } = await look(handler, ticket);
    expect(attachments).toMatchObject([{ name: '现场照片.jpg', sha256: null, takenAt: null, shared: true }]);
    expect(attachmentsWithheld).toBe(0);
    const got = await downloadFile(handler, ticket, file);
    expect(got.headers.get('content-disposition')).toContain(encodeURIComponent('现场照片.jpg'));
    const { width, height, exif } = await sharp(got.bytes).metadata();
    expect([width, height, exif]).toEqual([800, 600, undefined]);
    expect(got.bytes.includes('Zhang Xiaoming')).toBe(false);
    expect((await downloadFile(agent, ticket, file)).bytes.equals(file.content)).toBe(true);
    const line = (await agent.call('GET /api/tickets/:id/history', { params: { id: ticket.id } })).items.at(-1);
    expect(line).toMatchObject({ name: 'shareAttachment', data: { attachmentId: file.id } });
  });

  it('is kept from them again when the hotline says so', async () => {
    await withhold(agent, ticket, file);
    expect((await look(handler, ticket)).attachments).toEqual([]);
    expect((await downloadFile(handler, ticket, file)).status).toBe(404);
    await expect(withhold(agent, ticket, file)).rejects.toThrow('附件没有提供');
    await expect(share(handler, ticket, file)).rejects.toThrow('403');
  });
});

describe('a ticket that is protected later', () => {
  it('keeps from departments what they saw before', async () => {
    const ticket = await at.people.bring('handling');
    const file = await given(ticket);
    const handler = await at.people.handlerOf(leadOf(ticket));
    expect((await look(handler, ticket)).attachments).toHaveLength(1);
    const agent = await at.house.as('agent');
    const { version } = await look(agent, ticket);
    await agent.call('PATCH /api/tickets/:id', {
      params: { id: ticket.id },
      body: { citizen: { confidential: true } },
      headers: { 'if-match': `"${version}"` },
    });
    expect((await look(handler, ticket)).attachments).toEqual([]);
    expect((await downloadFile(handler, ticket, file)).status).toBe(404);
  });
});

describe('those whom a matter is about', () => {
  it('are not shown what the citizen gave, though others are', async () => {
    const [accused, other] = [at.house.department('urban'), at.house.department('police')];
    const ticket = await at.people.register({ type: 'complaint', hold: true, subjectDepartmentId: accused.id });
    const dispatcher = await at.house.as('dispatcher');
    await dispatcher.call('POST /api/tickets/:id/dispatch', {
      params: { id: ticket.id },
      body: { leadId: other.id, coHandlerIds: [accused.id] },
    });
    await given(ticket);
    expect((await look(await at.house.as('handler', 'police'), ticket)).attachments).toHaveLength(1);
    const seen = await look(await at.house.as('handler', 'urban'), ticket);
    expect([seen.attachments, seen.attachmentsWithheld]).toEqual([[], 1]);
  });
});

describe('what people of the hotline and of departments bring in', () => {
  it('counts as the citizen’s when the hotline brings it, unless it says otherwise', async () => {
    const ticket = await at.people.bring('handling', { type: 'report' });
    const agent = await at.house.as('agent');
    await addFile(agent, ticket, aForm('通话记要', '记要.txt'));
    await addFile(agent, ticket, aForm('政策文件', '政策.txt', { fromCitizen: 'false' }));
    const handler = await at.people.handlerOf(leadOf(ticket));
    const seen = await look(handler, ticket);
    expect(seen.attachments.map(({ name }) => name)).toEqual(['政策.txt']);
    expect(seen.attachmentsWithheld).toBe(1);
  });

  it('is never the citizen’s when a department brings it', async () => {
    const ticket = await at.people.bring('handling', { type: 'report' });
    const handler = await at.people.handlerOf(leadOf(ticket));
    expect(await addFile(handler, ticket, aForm('现场', '现场.txt'))).toMatchObject({ fromCitizen: false });
    const claiming = addFile(handler, ticket, aForm('现场', '现场.txt', { fromCitizen: 'true' }));
    await expect(claiming).rejects.toThrow('承办单位上传的附件不能标为诉求人提供');
  });
});

describe('a copy for a third party', () => {
  it('carries no attachment', async () => {
    const ticket = await at.people.bring('handling');
    const file = await given(ticket);
    const agent = await at.house.as('agent');
    const body = { title: '垃圾未清运', content: '垃圾未清运', recipient: '物业', purpose: '协调' };
    const copy = await agent.call('POST /api/tickets/:id/third-party-copies', { params: { id: ticket.id }, body });
    expect(JSON.stringify(copy)).not.toMatch(new RegExp(`${file.id}|attachment|\\.jpg`));
  });
});

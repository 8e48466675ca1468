import ExcelJS from 'exceljs';
import type { RouteRequest } from '#http-api/routes';
import { fileFormats } from '#http-api/file-format';
import { HouseClient } from '#testing/house-client';
import { hotline } from './support/hotline';

const at = hotline();

type NewUser = NonNullable<RouteRequest<'POST /api/users'>['body']>;

const body: NewUser = { username: 'li.na', name: '李娜', roles: ['agent'] };

const add = async (user: Partial<NewUser>) =>
  (await at.house.as('admin')).call('POST /api/users', { body: { ...body, ...user } });

async function signIn(username: string, password: string): Promise<HouseClient> {
  const { token } = await at.house.nobody().call('POST /api/session', { body: { username, password } });
  return new HouseClient(at.house.url, token);
}

/** Somebody new who has chosen a password. */
async function newcomer(username: string, password: string): Promise<HouseClient> {
  const client = await signIn(username, password);
  await client.call('PUT /api/session/password', { body: { current: password, next: `${username} long enough` } });
  return client;
}

describe('a new user', () => {
  it('is told a first password, and may do nothing until it is changed', async () => {
    const { user, password } = await add({});
    expect(user).toMatchObject({ username: 'li.na', state: 'active', mustChangePassword: true, department: null });
    const client = await signIn('li.na', password ?? '');
    expect(await client.refusal('GET /api/tickets')).toMatchObject({ status: 403, code: 'password-change-required' });
    const change = { current: password ?? '', next: '我的新密码又长又好记呀呀呀' };
    await client.call('PUT /api/session/password', { body: change });
    const { user: changed } = await client.call('GET /api/session');
    expect(changed).toMatchObject({ username: 'li.na', roles: ['agent'], mustChangePassword: false });
    await client.call('GET /api/tickets');
    await signIn('li.na', change.next);
  });

  it('chooses no short password, not the present one, and needs the present one', async () => {
    const { password } = await add({ username: 'wang.wei' });
    const client = await signIn('wang.wei', password ?? '');
    const refused = (current: string, next: string) =>
      client.refusal('PUT /api/session/password', { body: { current, next } });
    expect((await refused(password ?? '', 'short')).errors).toEqual([{ path: 'next', message: '新密码至少12个字符' }]);
    expect((await refused('not it', 'long enough for all')).errors).toEqual([
      { path: 'current', message: '当前密码不对' },
    ]);
    expect((await refused(password ?? '', password ?? '')).errors?.[0]?.path).toBe('next');
  });

  it('has a username of their own, and a department where the role belongs to one', async () => {
    const admin = await at.house.as('admin');
    const refused = async (user: object) =>
      (await admin.refusal('POST /api/users', { body: { ...body, username: 'zhang', ...user } })).detail;
    const taken = await admin.refusal('POST /api/users', { body });
    expect(taken.errors).toEqual([{ path: 'username', message: '用户名“li.na”已被使用' }]);
    expect(await refused({ roles: ['handler'] })).toBe('单位岗位须选择所属单位');
    const departmentId = at.house.department('urban').id;
    expect(await refused({ departmentId })).toBe('热线岗位不属于承办单位');
    expect(await refused({ roles: ['handler', 'agent'], departmentId })).toBe('单位岗位与热线岗位不能由同一人兼任');
    expect(await refused({ roles: ['handler'], departmentId: 'nowhere' })).toBe('没有这个单位，或已停用');
  });

  it('is the same person however the username is written', async () => {
    const { user, password } = await add({ username: ' Shift.Lead１ ', roles: ['agent', 'agent'] });
    expect(user).toMatchObject({ username: 'shift.lead1', roles: ['agent'] });
    const admin = await at.house.as('admin');
    const taken = await admin.refusal('POST /api/users', { body: { ...body, username: 'SHIFT.LEAD1' } });
    expect(taken.detail).toBe('用户名“shift.lead1”已被使用');
    expect((await signIn('Shift.Lead1', password ?? '')).token).not.toBeNull();
    const none = await admin.refusal('POST /api/users', { body: { ...body, username: ' ' } });
    expect(none.errors).toEqual([{ path: 'username', message: '请填写' }]);
  });

  it('is added once by the same request sent twice, and the password is told once', async () => {
    const admin = await at.house.as('admin');
    const sent = { body: { ...body, username: 'once' }, headers: { 'idempotency-key': 'add-once' } };
    const first = await admin.call('POST /api/users', sent);
    const again = await admin.call('POST /api/users', sent);
    expect(again).toEqual({ user: first.user, password: null });
  });
});

describe('a first password that somebody else may know', () => {
  it('opens nothing any more once the account is linked to the identity provider, nor does a session begun by it', async () => {
    const { user, password } = await add({ username: 'linked.later' });
    const stranger = await signIn('linked.later', password ?? '');
    const admin = await at.house.as('admin');
    const edit = { params: { id: user.id }, body: { externalSubject: 'https://id.example 4711' } };
    expect(await admin.call('PATCH /api/users/:id', edit)).toMatchObject({ mustChangePassword: false });
    expect((await stranger.refusal('GET /api/session')).status).toBe(401);
  });
});

describe('an administrator', () => {
  it('resets a forgotten password: the old one and all sessions are gone', async () => {
    const { user, password } = await add({ username: 'forgetful' });
    const client = await newcomer('forgetful', password ?? '');
    const admin = await at.house.as('admin');
    const params = { id: user.id };
    const reset = await admin.call('POST /api/users/:id/reset-password', { params, body: {} });
    expect((await client.refusal('GET /api/session')).status).toBe(401);
    const old = { username: 'forgetful', password: 'forgetful long enough' };
    expect((await at.house.nobody().refusal('POST /api/session', { body: old })).status).toBe(401);
    expect((await signIn('forgetful', reset.password ?? '')).token).not.toBeNull();
  });

  it('lets somebody in no more, at once, and again later', async () => {
    const { user, password } = await add({ username: 'leaver' });
    const client = await newcomer('leaver', password ?? '');
    const admin = await at.house.as('admin');
    const params = { id: user.id };
    const disabled = await admin.call('POST /api/users/:id/disable', { params, body: { reason: '离职' } });
    expect(disabled.state).toBe('disabled');
    expect((await client.refusal('GET /api/session')).status).toBe(401);
    const credentials = { username: 'leaver', password: 'leaver long enough' };
    expect((await at.house.nobody().refusal('POST /api/session', { body: credentials })).status).toBe(401);
    await admin.call('POST /api/users/:id/enable', { params, body: {} });
    await signIn('leaver', credentials.password);
  });

  it('is never the last one to leave', async () => {
    const admin = await at.house.as('admin');
    const { items } = await admin.call('GET /api/users', { query: { role: 'admin' } });
    expect(items).toHaveLength(1);
    const params = { id: items[0]?.id ?? '' };
    const disable = await admin.refusal('POST /api/users/:id/disable', { params, body: { reason: '离职' } });
    expect(disable.detail).toBe('不能停用自己的账号');
    const edit = await admin.refusal('PATCH /api/users/:id', { params, body: { roles: ['agent'] } });
    expect(edit.detail).toBe('至少须保留一名可以登录的系统管理员');
  });

  it('gives another role, which holds at once in a session that goes on', async () => {
    const { user, password } = await add({ username: 'climber' });
    const client = await newcomer('climber', password ?? '');
    expect((await client.refusal('GET /api/reviews')).status).toBe(403);
    const admin = await at.house.as('admin');
    await admin.call('PATCH /api/users/:id', { params: { id: user.id }, body: { roles: ['agent', 'reviewer'] } });
    await client.call('GET /api/reviews');
  });

  it('finds users by name, role, department and state, page by page', async () => {
    const admin = await at.house.as('admin');
    const names = async (query: object) =>
      (await admin.call('GET /api/users', { query: { limit: 200, ...query } })).items.map(({ username }) => username);
    expect(await names({ q: '李娜', state: 'active' })).toContain('li.na');
    expect(await names({ role: 'reviewer' })).toEqual(['reviewer', 'climber']);
    const departmentId = at.house.department('urban').id;
    expect(await names({ departmentId })).toEqual(['handler-urban', 'officer-urban', 'department-head-urban']);
    const first = await admin.call('GET /api/users', { query: { limit: 2 } });
    const second = await admin.call('GET /api/users', { query: { limit: 2, cursor: first.nextCursor ?? '' } });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });

  it('leaves an event of every change, with what was before and after and never a password', async () => {
    const admin = await at.house.as('admin');
    const { items: users } = await admin.call('GET /api/users', { query: { q: 'climber' } });
    const { items } = await admin.call('GET /api/admin-events', {
      query: { subject: 'account', subjectId: users[0]?.id },
    });
    expect(items.map(({ action, actor }) => [action, actor])).toEqual([
      ['edit', '系统管理员'],
      ['change-password', '李娜'],
      ['create', '系统管理员'],
    ]);
    expect(items[0]?.before).toMatchObject({ roles: ['agent'] });
    expect(items[0]?.after).toMatchObject({ roles: ['agent', 'reviewer'] });
    expect(JSON.stringify(items)).not.toMatch(/argon2|long enough/);
  });
});

describe('a spreadsheet of users', () => {
  async function sheet(
    rows: readonly (readonly string[])[],
    headers = ['姓名', '用户名', '岗位', '所属单位'],
  ): Promise<Buffer> {
    const book = new ExcelJS.Workbook();
    const page = book.addWorksheet('人员');
    page.addRow(headers);
    for (const row of rows) page.addRow([...row]);
    return Buffer.from(await book.xlsx.writeBuffer());
  }

  async function take(file: Buffer) {
    const sent = { body: new Blob([new Uint8Array(file)]) };
    const { status, body: answer } = await (await at.house.as('admin')).try('POST /api/users/import', sent);
    return { status, answer: answer as Record<string, unknown> };
  }

  const department = () => at.house.department('urban').name;

  it('adds whoever can be added, and says of each other row why not', async () => {
    const file = await sheet([
      ['赵一', 'zhao.yi', '联络员、经办人', department()],
      ['钱二', 'qian.er', '话务员', ''],
      ['孙三', 'sun.san', '船长', ''],
      ['李四', 'li.si', '联络员', '不存在的单位'],
      ['', 'nameless', '话务员', ''],
      ['周五', 'Zhao.Yi', '话务员', ''],
      ['郑六', '', '话务员', ''],
    ]);
    const different = `用户名“zhao.yi”已被使用：原有用户姓名为“赵一”，岗位为“联络员、经办人”，所属单位为“${department()}”，与本行不同`;
    const { status, answer } = await take(file);
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      created: [
        { line: 2, username: 'zhao.yi', name: '赵一' },
        { line: 3, username: 'qian.er', name: '钱二' },
      ],
      unchanged: 0,
      refused: [
        { line: 4, reason: '没有这个岗位：船长' },
        { line: 5, reason: '没有这个单位：不存在的单位' },
        { line: 6, reason: '请填写姓名' },
        { line: 7, reason: different },
        { line: 8, reason: '请填写用户名' },
      ],
    });
    const [{ username, password }] = answer['created'] as [{ username: string; password: string }];
    expect((await signIn(username, password)).token).not.toBeNull();
  });

  it('adds nobody when it is sent again', async () => {
    const file = await sheet([['钱二', 'qian.er', '话务员', '']]);
    expect((await take(file)).answer).toEqual({ created: [], unchanged: 1, refused: [] });
  });

  it('takes nobody for somebody else who has the username already', async () => {
    const file = await sheet([
      ['完全不同的人', 'agent', '审核员', ''],
      ['话务员', 'ＡＧＥＮＴ', '话务员', ''],
    ]);
    expect((await take(file)).answer).toEqual({
      created: [],
      unchanged: 1,
      refused: [{ line: 2, reason: '用户名“agent”已被使用：原有用户姓名为“话务员”，岗位为“话务员”，与本行不同' }],
    });
  });

  it('is refused whole when it is none', async () => {
    expect((await take(Buffer.from('PK none'))).answer['detail']).toBe('打不开这个文件，请用 XLSX 格式保存后再上传');
    const { answer } = await take(await sheet([], ['姓名', '岗位']));
    expect(answer['detail']).toBe('第一行须有“用户名、姓名、岗位、所属单位”，缺少“用户名、所属单位”');
    const { token } = await at.house.as('admin');
    const headers = { authorization: `Bearer ${token ?? ''}`, 'content-type': 'text/csv' };
    const csv = await fetch(`${at.house.url}/api/users/import`, { method: 'POST', headers, body: 'a,b' });
    expect(csv.status).toBe(415);
    expect(((await csv.json()) as { detail: string }).detail).toBe('请上传 Excel 文件');
  });

  it('begins as the template that is given out', async () => {
    const { token } = await at.house.as('admin');
    const headers = { authorization: `Bearer ${token ?? ''}` };
    const response = await fetch(`${at.house.url}/api/users/import-template`, { headers });
    expect(response.headers.get('content-type')).toBe(fileFormats.xlsx.type);
    const { answer } = await take(Buffer.from(await response.arrayBuffer()));
    expect(answer).toEqual({ created: [], unchanged: 0, refused: [] });
  });
});

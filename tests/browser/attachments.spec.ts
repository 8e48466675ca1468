import type { Page } from 'playwright-core';
import { aPhotograph } from '#testing/files';
import { api } from './api';
import { withBrowser } from './with-browser';

const house = withBrowser();

const title = '滨河社区垃圾无人清运';
const registration = {
  ...{ type: 'report', channel: 'phone', title, content: '滨河社区三号楼前垃圾三天没有清运。' },
  ...{ categoryCode: 'city.waste', areaCode: 'east-1', citizen: { name: '王小明', phone: '13800001234' } },
};

interface Ticket {
  readonly id: string;
  readonly state: string;
  readonly assignments: readonly { id: string }[];
}

/** A ticket at the desk of the department, signed. */
async function handled(agent: Page, handler: Page): Promise<Ticket> {
  const { id } = await api<Ticket>(agent, 'POST', '/api/tickets', registration);
  for (;;) {
    const ticket = await api<Ticket>(agent, 'GET', `/api/tickets/${id}`);
    const [part] = ticket.assignments;
    if (!part) continue;
    await api(handler, 'POST', `/api/assignments/${part.id}/sign`, {});
    return ticket;
  }
}

const card = (page: Page) => page.locator('.attachments');
const choose = (page: Page, within: string, files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator(within).getByLabel('选择要上传的文件').setInputFiles(files);

/** What the clipboard or the mouse brings, handed to the page as the browser would. */
const bring = (page: Page, how: 'paste' | 'drop', name: string, content: Buffer) =>
  page.evaluate(
    `(async () => {
      const content = Uint8Array.from(atob(${JSON.stringify(content.toString('base64'))}), (each) => each.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], ${JSON.stringify(name)}, { type: 'image/jpeg' }));
      const event = ${JSON.stringify(how)} === 'paste'
        ? new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true })
        : new DragEvent('drop', { dataTransfer: transfer, bubbles: true });
      (${JSON.stringify(how)} === 'paste' ? document.body : document.querySelector('.attachments .upload-drop')).dispatchEvent(event);
    })()`,
  );

it('takes evidence with a reply, and files by button, by mouse and from the clipboard', async () => {
  const desks = house.desks();
  const agent = await desks.of('agent');
  const handler = await desks.at('handler-urban', 400, 404);
  await handler.getByLabel('用户名').fill('handler-urban');
  await handler.getByLabel('密码').fill(house.opened().hotline.password);
  await handler.getByRole('button', { name: '登录' }).click();
  await handler.getByRole('menu').waitFor();
  const ticket = await handled(agent, handler);
  const photograph = await aPhotograph();

  await openTicket(agent, ticket.id);
  await choose(agent, '.attachments', [{ name: '王小明家门口.jpg', mimeType: 'image/jpeg', buffer: photograph }]);
  // The name stands there while it is still on its way, and what is sent beside it may arrive first.
  await card(agent).getByText('附件（1）').waitFor();
  await card(agent).getByText('王小明家门口.jpg').waitFor();
  await bring(agent, 'paste', 'image.jpg', photograph);
  await card(agent).getByText('附件（2）').waitFor();
  await card(agent).getByText('截图', { exact: true }).waitFor();
  await bring(agent, 'drop', '拖来的.jpg', photograph);
  await card(agent).getByText('附件（3）').waitFor();
  await card(agent).getByText('拖来的.jpg').waitFor();
  await agent.locator('.attachments .ant-image').first().click();
  await agent.locator('.ant-image-preview-img').waitFor();
  await agent.keyboard.press('Escape');

  await keptUntilShared(agent, handler, ticket);
  await repliesWithEvidence(handler, photograph);
  await openTicket(agent, ticket.id);
  await agent.getByText('佐证材料').waitFor();
  await agent.getByText('清运前.jpg、清运后.jpg').waitFor();
  await desks.close();
  expect(desks.faults()).toEqual([]);
});

async function openTicket(page: Page, id: string): Promise<void> {
  await page.goto(new URL(`/app/tickets/${id}`, page.url()).href);
  await page.getByRole('heading', { name: title }).waitFor();
}

/** The department sees that there is something, and what it is once the hotline shares it. */
async function keptUntilShared(agent: Page, handler: Page, { id }: Ticket): Promise<void> {
  await openTicket(handler, id);
  await card(handler).getByText('另有3个诉求人提供的附件').waitFor();
  expect(await card(handler).getByText('王小明家门口').count()).toBe(0);
  await card(agent).getByRole('button', { name: '提供给承办单位' }).first().click();
  await agent
    .locator('.share-asked')
    .getByRole('button', { name: /确\s*定/ })
    .click();
  await card(agent).getByText('已提供给承办单位').waitFor();
  await openTicket(handler, id);
  await card(handler).getByText('现场照片.jpg').waitFor();
  await card(handler).getByText('另有2个诉求人提供的附件').waitFor();
}

async function repliesWithEvidence(page: Page, photograph: Buffer): Promise<void> {
  await page.getByRole('menuitem').first().click();
  await page.getByTitle('办理中').click();
  await page.getByRole('region', { name: '待办列表' }).getByText(title).click();
  const work = page.getByRole('region', { name: '办理' });
  await work.getByRole('tab', { name: '提交反馈' }).click();
  const input = '.move-panel .attachments-input';
  await choose(page, input, [
    { name: '说明.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\0\0') },
  ]);
  await page.locator(input).getByText('不接受这种文件').waitFor();
  await page.locator(input).getByRole('button', { name: '移除' }).click();
  await choose(
    page,
    input,
    ['清运前.jpg', '清运后.jpg'].map((name) => ({ name, mimeType: 'image/jpeg', buffer: photograph })),
  );
  for (const name of ['清运前.jpg', '清运后.jpg'])
    await page.locator(`${input} > .ant-select`).getByText(name, { exact: true }).waitFor();
  for (const [question, said] of [
    ['事实认定', '属实'],
    ['诉求认定', '合理'],
    ['办理结果', '实际解决'],
  ] as const)
    await work.getByLabel(question).getByText(said, { exact: true }).click();
  await work.getByLabel('办理情况（内部）').fill('已清运。');
  await work.getByLabel('答复内容（公开）').fill('您好，垃圾已清运。');
  await work.getByRole('button', { name: '提交反馈' }).click();
  await page.getByText('提交反馈：已提交').waitFor();
}

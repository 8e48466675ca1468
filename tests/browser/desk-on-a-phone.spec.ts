import type { Page } from 'playwright-core';
import { aPhotograph } from '#testing/files';
import { clientOf } from './client-of';
import { dispatched } from './dispatched';
import { phone, picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();
const title = '滨河路东段路灯整夜不亮';
const lamp = { lat: 29.3233, lng: 107.76 };

const isWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
const dialog = (page: Page) => page.getByRole('dialog');
const press = (page: Page, button: string) => dialog(page).getByRole('button', { name: button, exact: true }).click();

/** A handler on the spot: a telephone in hand that knows where it is. */
async function onTheSpot(username: string): Promise<Page> {
  const page = await house.desks().of(username);
  await page.setViewportSize(phone);
  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation({ latitude: 29.3234, longitude: 107.7607 });
  return page;
}

/** Opens a move of the ticket's page, which may stand in the menu of rarer ones. */
async function open(page: Page, move: string): Promise<void> {
  const button = page.getByRole('button', { name: move, exact: true });
  if (!(await button.isVisible())) await page.getByRole('button', { name: '更多' }).click();
  await page.getByText(move, { exact: true }).last().click();
  await dialog(page).waitFor();
}

it('lets a handler on the spot sign, call, take pictures with time and place, and answer, all on a telephone', async () => {
  const { id } = await dispatched(house.hotline(), title, 'urban', { location: lamp, address: '滨河路东段3号灯杆' });
  const page = await onTheSpot('handler-urban');
  await page.goto(`${house.hotline().url}/app/tickets/${id}`);
  await page.getByRole('heading', { name: title }).waitFor();
  await page.getByText('滨河路东段3号灯杆').first().waitFor();
  expect(await isWide(page)).toBe(false);
  await picture(page, 'phone-ticket', phone);

  await open(page, '签收');
  await press(page, '签收');
  await page.getByText('办理中').first().waitFor();
  await open(page, '先行联系');
  await picture(page, 'phone-contact', phone);
  await press(page, '先行联系');

  await open(page, '提交反馈');
  await dialog(page).getByLabel('附当前位置').check();
  await dialog(page)
    .getByLabel('选择要上传的文件')
    .setInputFiles([{ name: '修好的灯.jpg', mimeType: 'image/jpeg', buffer: await aPhotograph() }]);
  await dialog(page).locator('.ant-select').getByText('修好的灯.jpg', { exact: true }).waitFor();
  for (const [question, said] of [
    ['事实认定', '属实'],
    ['诉求认定', '合理'],
    ['办理结果', '实际解决'],
  ] as const)
    await dialog(page).getByLabel(question).getByText(said, { exact: true }).click();
  await dialog(page).getByLabel('办理情况（内部）').fill('更换灯泡一只，已通电。');
  await dialog(page).getByLabel('答复内容（公开）').fill('您好，滨河路东段路灯已于今天修好，如有问题请拨打12345。');
  expect(await isWide(page)).toBe(false);
  await picture(page, 'phone-reply', phone);
  await press(page, '提交反馈');
  await page.getByText('拍摄位置距事发地约 70 米').waitFor();
  await page.getByText(/形成 .*20:15/).waitFor();
  expect(await isWide(page)).toBe(false);
  await picture(page, 'phone-evidence', phone);

  const reviewer = await clientOf(house.hotline(), 'reviewer');
  const { attachments } = await reviewer.call('GET /api/tickets/:id', { params: { id } });
  expect(attachments).toMatchObject([{ takenPlace: { lat: 29.3234, lng: 107.7607 }, fromCitizen: false }]);
});

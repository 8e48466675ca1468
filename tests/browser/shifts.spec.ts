import type { Page } from 'playwright-core';
import { pagesOfPdf } from '#testing/document-text';
import { dialogOn as dialog, openScreen as open, pressIn as press } from './desks';
import { picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks({ REPORT_NUMBER_SERIES: '武热要' });

async function choose(page: Page, field: string, option: string): Promise<void> {
  await dialog(page).getByLabel(field).click();
  await page.locator('.ant-select-dropdown').getByText(option).last().click();
}

async function decide(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: what, exact: true }).click();
  await page.locator('.ant-popconfirm').getByRole('button', { name: what, exact: true }).click();
}

it('hands a shift over from one to another, with a notice of the city and a note, and keeps what was accepted', async () => {
  const lead = await house.desks().of('shift-lead', 400);
  await open(lead, '交接班');
  await lead.getByText('值班事项', { exact: true }).click();
  await lead.getByRole('button', { name: '登记事项' }).click();
  await choose(lead, '种类', '停水');
  await dialog(lead).getByLabel('内容').fill('滨河路主管检修，回电13800001111');
  await press(lead, '登记');
  await dialog(lead).getByText('还有电话1处').waitFor();
  await dialog(lead).getByLabel('内容').fill('滨河路主管检修');
  await press(lead, '登记');
  await lead.getByRole('row', { name: '停水' }).waitFor();
  await picture(lead, 'matters');

  await lead.getByText('交接班记录', { exact: true }).click();
  await lead.getByRole('button', { name: '发起交接班' }).click();
  await choose(lead, '交班班次', '夜班');
  await dialog(lead).getByLabel('班次开始日期').fill('2026-01-05');
  await lead.keyboard.press('Enter');
  await press(lead, '发起');
  await lead.getByText('停水：滨河路主管检修').waitFor();
  await lead.getByLabel('备注：停水：滨河路主管检修').fill('已约抢修队');
  await lead.getByText('备注尚未保存').waitFor();
  await lead.getByRole('button', { name: '保存备注' }).click();
  await picture(lead, 'handover-open');
  await decide(lead, '交班');
  await lead.locator('.ant-tag').getByText('待接班').waitFor();

  const supervisor = await house.desks().of('supervisor');
  await open(supervisor, '交接班');
  await supervisor.getByRole('link', { name: '2026-01-05' }).click();
  await decide(supervisor, '接班');
  await supervisor.getByText('已接班').waitFor();
  await supervisor.getByRole('button', { name: '添加更正' }).click();
  await dialog(supervisor).getByLabel('更正内容').fill('抢修队改为次日到');
  await press(supervisor, '添加');
  await supervisor.getByText('抢修队改为次日到').waitFor();
  await picture(supervisor, 'handover-accepted');
  const paper = await download(supervisor, 'PDF');
  expect(paper).toContain('已约抢修队');
  expect(paper).toContain('2026-01-05夜班交接班记录');
});

it('keeps a duty log that is corrected by a new entry', async () => {
  const agent = await house.desks().of('agent');
  await open(agent, '值班日志');
  await agent.getByRole('button', { name: '写日志' }).click();
  await choose(agent, '种类', '领导来电');
  await dialog(agent).getByLabel('内容').fill('区领导来电询问停水，答复18时恢复');
  await press(agent, '保存');
  await agent.getByRole('row', { name: '领导来电' }).getByRole('button', { name: '更正' }).click();
  await dialog(agent).getByLabel('内容').fill('区领导来电询问停水，答复20时恢复');
  await press(agent, '更正');
  await agent.getByText('（已更正）').waitFor();
  await agent.getByText('更正：').waitFor();
  await picture(agent, 'duty-log');
  expect(house.desks().faults()).toEqual([]);
});

it('reports an incident: drafted by one, signed by another under a number, and read as a document', async () => {
  const agent = await house.desks().of('agent');
  await open(agent, '要情快报');
  await agent.getByRole('button', { name: '新建要情' }).click();
  await dialog(agent).getByLabel('标题').fill('滨河路自来水主管爆裂影响居民用水');
  await press(agent, '新建');
  await agent.getByRole('button', { name: '起草首报' }).click();
  const form = agent.getByLabel('编辑快报');
  await form.getByLabel('地点').fill('东城街道滨河路与新民路交叉口');
  await form.getByLabel('事件情况').fill('今日9时20分，自来水主管爆裂，影响约1200户居民用水。');
  await form.getByLabel('伤亡情况').fill('无人员伤亡。');
  await form.getByLabel('处置措施').fill('区水务局已到场，两辆应急供水车已到位。');
  await form.getByLabel('主送').fill('区委办公室');
  await agent.keyboard.press('Enter');
  await form.getByRole('button', { name: '保存草稿' }).click();
  await agent.getByLabel('预览').getByText('区委办公室：').waitFor();
  await picture(agent, 'report-draft');

  const lead = await house.desks().of('shift-lead');
  await open(lead, '要情快报');
  await lead.getByRole('link', { name: '滨河路自来水主管爆裂影响居民用水' }).click();
  await lead.getByRole('link', { name: '返回要情快报' }).waitFor();
  await picture(lead, 'incident');
  await lead.getByRole('link', { name: '滨河路自来水主管爆裂影响居民用水' }).click();
  await lead.getByRole('button', { name: '签发', exact: true }).click();
  await press(lead, '签发');
  await dialog(lead).getByText('请先逐字核对').waitFor();
  await dialog(lead).getByRole('checkbox').check();
  await picture(lead, 'sign');
  await press(lead, '签发');
  await lead
    .getByLabel('预览')
    .getByText(/武热要〔\d{4}〕1号/)
    .waitFor();
  await picture(lead, 'report-signed');
  const paper = await download(lead, 'PDF');
  expect(paper).toMatch(/武热要〔\d{4}〕1号/);
  expect(paper).toContain('影响约1200户居民用水。');
  await open(lead, '要情快报');
  await lead.getByRole('row', { name: '首报' }).waitFor();
  await picture(lead, 'incidents');
  expect(house.desks().faults()).toEqual([]);
});

/** The text of the document behind this link, as another program reads it. */
async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  const stream = await file.createReadStream();
  const bytes = Buffer.concat((await stream.toArray()) as Buffer[]);
  return (await pagesOfPdf(bytes)).join('').replace(/\s/g, '');
}

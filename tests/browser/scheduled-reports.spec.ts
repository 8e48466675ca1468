import { openScreen } from './desks';
import { phone, picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();

it('compares a report with the period before, takes it out, and has it made by itself', async () => {
  const manager = await house.desks().of('manager');
  await openScreen(manager, '统计报表');
  await manager.getByLabel('统计周期').click();
  await manager.getByTitle('上月', { exact: true }).click();
  await manager.getByLabel('比较').click();
  await manager.getByTitle('环比', { exact: true }).click();
  await manager.getByText(/^环比：与.+比较$/).waitFor();
  await picture(manager, 'report-compared', phone);
  const saved = manager.waitForEvent('download');
  await manager.getByRole('button', { name: '导出' }).click();
  await manager.getByRole('menuitem', { name: /Word/ }).click();
  expect((await saved).suggestedFilename()).toMatch(/^总体情况 .+至.+\.docx$/);

  await openScreen(manager, '报表定制');
  await manager.getByRole('button', { name: '新增定期报表' }).click();
  const dialog = manager.getByRole('dialog');
  await dialog.getByLabel('名称').fill('值班日报');
  await picture(manager, 'report-schedule-editor', phone);
  await dialog.getByRole('button', { name: '新增' }).click();
  const row = manager.getByRole('row', { name: /值班日报/ });
  await row.getByText('每日 08:00').waitFor();
  await picture(manager, 'report-schedules', phone);
  await row.getByRole('button', { name: '停用' }).click();
  await row.getByText('已停用').waitFor();
  await openScreen(manager, '定期报表');
  await manager.getByText('还没有为您的岗位生成报表').waitFor();
});

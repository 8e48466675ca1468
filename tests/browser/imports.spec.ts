import { readFile } from 'node:fs/promises';
import { csv } from '#http-api/csv';
import { withBrowser } from './with-browser';

const house = withBrowser();

const history = csv([
  ['原编号', '诉求类型', '标题', '登记时间', '办结时间'],
  ['OLD-1', '投诉', '旧系统的噪声工单', '2026/3/5 9:00', '2026/3/8 17:00'],
  ['OLD-2', '许愿', '旧系统的另一件', '2026/3/5 9:00', '2026/3/8 17:00'],
]);

it('takes in a file of history, says of each row what became of it, and gives lists out', async () => {
  const desks = house.desks();
  const admin = await desks.of('admin');
  await admin.getByRole('menuitem', { name: '数据导入' }).click();
  await admin.getByRole('button', { name: '导入文件' }).click();
  const form = admin.getByRole('dialog', { name: '导入文件' });
  await form.getByText('历史工单', { exact: true }).click();
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: '旧工单.csv', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from(history) });
  await form.getByRole('button', { name: '上传并导入' }).click();

  const outcome = admin.getByRole('dialog', { name: '导入结果' });
  await outcome.getByText('已完成，已读2行').waitFor();
  await outcome.getByRole('row', { name: '3 诉求类型 须为以下之一' }).waitFor();
  await admin.keyboard.press('Escape');
  await admin.getByRole('row', { name: '旧工单.csv 历史工单' }).getByText('已完成').waitFor();

  const supervisor = await desks.of('supervisor');
  await supervisor.getByRole('menuitem', { name: '工单查询' }).click();
  await supervisor.getByText('旧系统的噪声工单').first().waitFor();
  await supervisor.getByRole('button', { name: '导出' }).click();
  const [file] = await Promise.all([
    supervisor.waitForEvent('download'),
    supervisor.getByRole('menuitem', { name: 'CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^工单 \d{8} \d{4}\.csv$/);
  expect(await readFile(await file.path(), 'utf8')).toMatch(/旧系统的噪声工单[^]*导出人：/);
  expect(desks.faults()).toEqual([]);
  await desks.close();
});

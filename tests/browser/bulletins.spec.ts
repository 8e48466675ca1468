import { shanghaiDate } from '#calendar/shanghai-time';
import { dialogOn as dialog, openScreen as open, pressIn as press } from './desks';
import { dispatched } from './dispatched';
import { picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();

/** Its first day: whose notice may be signed. */
function lastMonth(): string {
  const [year = 0, month = 0] = shanghaiDate(new Date()).split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 10);
}

it('makes the notice of a month, opens the tickets behind a figure, and signs one whose month is over', async () => {
  await dispatched(house.hotline(), '路灯不亮，夜间出行不便');
  const manager = await house.desks().of('manager', 409);
  await open(manager, '通报日报');
  await manager.getByRole('button', { name: '生成通报' }).click();
  await picture(manager, 'make-bulletin');
  await press(manager, '生成');
  await manager.getByText('总体情况（件数）').waitFor();
  await manager.getByText('承办单位办理情况').waitFor();
  await picture(manager, 'bulletin');
  const departments = manager.locator('.ant-card', { hasText: '承办单位办理情况' }).last();
  await departments.locator('button.figure').first().click();
  await manager.locator('.ant-drawer').getByText('路灯不亮，夜间出行不便').waitFor();
  await picture(manager, 'bulletin-figure');
  await manager.keyboard.press('Escape');
  await manager.getByRole('button', { name: '签发', exact: true }).click();
  await press(manager, '签发');
  await dialog(manager).getByText('统计周期还没有结束，结束后再签发').waitFor();
  await manager.keyboard.press('Escape');

  await open(manager, '通报日报');
  await manager.getByRole('button', { name: '生成通报' }).click();
  const day = dialog(manager).getByLabel('其中任一天');
  await day.fill(lastMonth());
  await day.press('Enter');
  await press(manager, '生成');
  await manager.getByText(`统计周期 ${lastMonth()}`).waitFor();
  await manager.getByRole('button', { name: '签发', exact: true }).click();
  await press(manager, '签发');
  await manager.getByText('更正（签发以后变了的数字，上面各表不动）').waitFor();
  await manager.getByText('没有变化').waitFor();
  await picture(manager, 'bulletin-signed');
});

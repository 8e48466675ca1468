import { dialogOn as dialog, openScreen as open, pressIn as press } from './desks';
import { dispatched } from './dispatched';
import { picture } from './picture';
import { withDesks } from './with-desks';

const house = withDesks();

it('makes the notice of a month, opens the tickets behind a figure, signs it and lists no correction yet', async () => {
  await dispatched(house.hotline(), '路灯不亮，夜间出行不便');
  const manager = await house.desks().of('manager');
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
  await manager.locator('.ant-popconfirm').getByRole('button', { name: '签发' }).click();
  await manager.getByText('更正（签发以后变了的数字，上面各表不动）').waitFor();
  await manager.getByText('没有变化').waitFor();
  await picture(manager, 'bulletin-signed');
  expect(await dialog(manager).count()).toBe(0);
});

import { dialogOn as dialog, openScreen as open } from './desks';
import { picture } from './picture';
import { ratedBadly } from './rated-badly';
import { withDesks } from './with-desks';

const house = withDesks();

it('lets a department appeal against a bad rating, a supervisor decide, and everybody still read the rating', async () => {
  const { id, number } = await ratedBadly(house.hotline(), '要求补偿超出标准的垃圾清运');
  const handler = await house.desks().of('handler-urban');
  await handler.goto(`${house.hotline().url}/app/tickets/${id}`);
  await handler.getByText('可申诉至').waitFor();
  await handler.getByRole('button', { name: /^申\s?诉$/ }).click();
  await dialog(handler).getByLabel('申诉理由').fill('诉求人要求的补偿超出政策规定，已当面说明');
  await picture(handler, 'file-appeal');
  await dialog(handler)
    .getByRole('button', { name: /^申\s?诉$/ })
    .click();
  await handler.getByText('城市管理局申诉').waitFor();
  await picture(handler, 'filed-appeal');

  const supervisor = await house.desks().of('supervisor');
  await supervisor.getByTitle('有待裁决的申诉').waitFor();
  await open(supervisor, '评价申诉');
  await supervisor.getByText('诉求人要求的补偿超出政策规定，已当面说明').waitFor();
  await picture(supervisor, 'appeals');
  await supervisor.getByLabel('裁决意见').fill('经核，办理符合规定。');
  await supervisor.getByRole('button', { name: '申诉成立(剔除考核)' }).click();
  await supervisor.getByText('没有待裁决的申诉').waitFor();

  await handler.getByText('申诉成立，已剔除').waitFor();
  await handler.getByText('非常不满意').first().waitFor();
  await picture(handler, 'excluded');
  await open(handler, '评价申诉');
  await handler.getByText('申诉成立', { exact: true }).click();
  await handler.getByText(number).first().waitFor();
  await handler.getByText('经核，办理符合规定。').waitFor();
  await picture(handler, 'appeals-of-department');
});

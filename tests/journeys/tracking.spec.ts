import { Citizen } from './support/citizen';
import { hotline } from './support/hotline';

const at = hotline({ settings: { throttleFactor: 1_000 } });

it('smoke', async () => {
  let ticket = await at.people.register();
  const citizen = Citizen.of(at.house, ticket);
  console.log(JSON.stringify(await citizen.look(), null, 1));
  ticket = await at.people.sign(ticket);
  await citizen.does('supplement', { text: '今天更臭了' });
  await citizen.does('nudge', {});
  ticket = await at.people.reply(ticket);
  console.log(JSON.stringify(await citizen.look(), null, 1));
  ticket = await at.people.change('reviewer', 'approve', ticket, {});
  ticket = await at.people.rate(ticket);
  console.log(JSON.stringify(await citizen.look(), null, 1));
});

import { until } from '#testing/until';
import { hotline } from './support/hotline';

const at = hotline({ settings: { markSeconds: 0.05 } });

it('a clock turns yellow and then red by itself, though nobody asks and nothing is told', async () => {
  const { id } = await at.people.register();
  const clock = async () => (await at.people.now(id)).clocks.find(({ kind }) => kind === 'sign');
  const turns = (alert: string) => until(async () => ((await clock())?.alert === alert ? '' : `it is not ${alert}`));
  const before = await clock();
  expect(before).toMatchObject({ state: 'running', alert: 'none' });
  at.house.clock.set(before?.yellowAt ?? '');
  await turns('yellow');
  at.house.clock.set(before?.dueAt ?? '');
  await turns('red');
});

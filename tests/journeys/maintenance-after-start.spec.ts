import { until } from '#testing/until';
import { hotline } from './support/hotline';

const at = hotline({ settings: { maintenanceDelaySeconds: 0.5 } });

it('carries out what retention says soon after the start, whatever the hour of the last round', async () => {
  const admin = await at.house.as('admin');
  const { house } = at;
  // The round that the test itself began with is over.
  const [before] = [(await admin.call('GET /api/retention-rounds')).lastAt];
  house.clock.advance(60_000);
  const another = await house.beside();
  try {
    await until(async () => {
      const { lastAt } = await admin.call('GET /api/retention-rounds');
      return lastAt !== before ? '' : 'no round since the start';
    });
  } finally {
    await another.close();
  }
});

import { join } from 'node:path';
import { TrainingProcess, type ToLearn } from '#routing/suggestion/training-process';
import { fromBytes } from '#routing/suggestion/model-bytes';
import { RESOURCES, type Resources } from '#platform/resources';
import { hotline } from '../journeys/support/hotline';
import { matterOf, Teaching } from '../journeys/support/teaching';

const at = hotline();
const teaching = new Teaching(at);

/** As it runs in a house that was built. */
const program = join(__dirname, '../../dist/apps/routing/src/suggestion/training-program.js');

const toLearn = (): ToLearn => ({
  databaseUrl: at.house.app.get<Resources>(RESOURCES).databaseUrl,
  kind: 'department',
  now: at.house.clock.now(),
  targetPrecision: 0.95,
});

describe('learning in a process of its own', () => {
  it('finds that there is too little to learn from', async () => {
    expect(await new TrainingProcess().run(toLearn(), program)).toBeNull();
  });

  it('learns what was dispatched, and the model judges here as it did there', async () => {
    await teaching.taught(12);
    const trained = await new TrainingProcess().run(toLearn(), program);
    expect(trained?.examples).toBe(24);
    const { title, content } = matterOf('urban', 100);
    const [likeliest] = fromBytes(Buffer.from(trained?.bytes ?? [])).judge({ title, text: content });
    expect(likeliest?.label).toBe(at.house.department('urban').id);
  });

  it('says why when it cannot, and harms nobody', async () => {
    const nowhere = { ...toLearn(), databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing' };
    await expect(new TrainingProcess().run(nowhere, program)).rejects.toThrow(/ECONNREFUSED/);
    expect(await teaching.models()).toEqual([]);
  });

  it('ends in the midst of it when the house goes down, and is done anew by the next', async () => {
    const training = new TrainingProcess();
    const running = training.run(toLearn(), program);
    training.stop();
    await expect(running).rejects.toThrow(/SIGKILL/);
    expect((await training.run(toLearn(), program))?.examples).toBe(24);
  });
});

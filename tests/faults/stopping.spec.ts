import { HotlineProcess } from './support/hotline-process';

describe('a hotline that is asked to end', () => {
  it.each(['npm', 'node'] as const)('started by %s, ends with its servers at one SIGTERM', async (starter) => {
    const hotline = await HotlineProcess.begin(starter);
    expect(hotline.servers().join('\n')).toMatch(/postgres -D/);
    await hotline.stop();
    expect(hotline.servers()).toEqual([]);
  });
});

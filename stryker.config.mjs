// npm run test:mutation: would a test notice if this line of the rules were wrong?
export default {
  mutate: ['libs/{ticket,calendar}/src/**/*.ts', '!**/*.spec.ts', '!**/*.spec-support.ts'],
  testRunner: 'jest',
  jest: { projectType: 'custom', configFile: 'jest.mutation.config.cjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  ignorePatterns: ['dist', 'apps', 'bench', 'docs', 'deploy', 'reports'],
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['progress', 'clear-text', 'html', 'json'],
  clearTextReporter: { logTests: false, allowColor: false },
  thresholds: { high: 90, low: 80, break: 90 },
};

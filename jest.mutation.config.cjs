// What Stryker runs for every mutant: the unit tests of the pure libraries, without the servers the others need.
const { projects } = require('./jest.config.cjs');

const SERVERS = ['displayName', 'globalSetup', 'globalTeardown'];
const unit = Object.entries(projects[0]).filter(([name]) => !SERVERS.includes(name));

/** @type {import('jest').Config} */
module.exports = {
  ...Object.fromEntries(unit),
  moduleFileExtensions: [...projects[0].moduleFileExtensions, 'cjs'],
  setupFiles: ['<rootDir>/jest.mutation.setup.cjs'],
  testMatch: ['<rootDir>/jest.mutation.specs.cjs'],
};

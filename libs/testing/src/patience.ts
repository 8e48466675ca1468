// Jest takes `testTimeout` from the command line or the whole configuration only, not from one project of it; so each
// project brings its own as a global, and this set-up file applies it.
const { testPatience } = globalThis as { testPatience?: number };
if (testPatience !== undefined) jest.setTimeout(testPatience);

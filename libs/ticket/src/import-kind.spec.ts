import { importStates } from './import-kind';

it('an import is over when it is done, was cancelled or broke off', () => {
  const ended = Object.entries(importStates).filter(([, row]) => row.ended);
  expect(ended.map(([state]) => state)).toEqual(['done', 'cancelled', 'failed']);
});

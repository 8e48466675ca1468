import { problemCodes } from './problem';

it.each(Object.entries(problemCodes))('a problem is titled in the words of the caller: %s', (_, { title }) => {
  expect(title).toMatch(/\p{Script=Han}/u);
});

import { fileSize } from './file-size';

it.each([
  [0, '0 B'],
  [1_023, '1023 B'],
  [1_024, '1.0 KB'],
  [1_300_000, '1.2 MB'],
  [200 * 1_048_576, '200 MB'],
])('says of %d bytes: %s', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words);
});

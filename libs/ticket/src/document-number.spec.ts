import { documentNumber } from './document-number';

it('a document has its series, its year and its number in that year', () => {
  expect(documentNumber('武热要', 2026, 3)).toBe('武热要〔2026〕3号');
});

import { partKindOf, partWords } from './part-kind';

describe('what a department is at a ticket', () => {
  it.each([
    ['lead', null, 'lead', '主办'],
    ['co-handler', null, 'co-handler', '协办'],
    ['co-handler', 'part-1', 'unit', '下级'],
  ] as const)('%s, handed on from %s: %s', (role, parentId, kind, word) => {
    expect(partKindOf({ role, parentId })).toBe(kind);
    expect(partWords({ role, parentId })).toBe(word);
  });
});

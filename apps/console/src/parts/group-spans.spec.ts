import { groupSpan } from './group-spans';

it('a cell stands over all rows of its group, and again where the group comes again', () => {
  const rows = ['a', 'a', 'b', 'a', 'a', 'a'];
  expect(rows.map((_, index) => groupSpan(rows, (row) => row, index))).toEqual([2, 0, 1, 3, 0, 0]);
});

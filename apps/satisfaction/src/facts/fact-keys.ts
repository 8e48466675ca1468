/** Under what a fact is summed: an SQL expression on its `satisfaction.standing s`. Everything is, under the whole. */
export const factKeys = {
  whole: `''`,
  department: 's.department_id::text',
  area: 's.area_code',
  category: 's.category_code',
  type: 's.type',
  channel: 's.channel',
  team: 's.team',
  agent: 's.agent',
} as const;

import { departmentGroups } from '#http-api/directory-shapes';
import type { PaperCells, PaperColumn } from '#documents/paper';
import { column, table, type SectionMaker } from '../bulletin-section';

/** 三、承办单位: by groups; what nobody has been given stands as 流转中. */
export const departments: SectionMaker = async ({ period, report }) => {
  const found = await report({ name: 'departments', by: 'department', ...period });
  const columns: readonly PaperColumn[] = found.columns;
  const rows = found.rows.map(({ key, group, cells }): PaperCells => ({
    ...(cells as PaperCells),
    $key: key,
    group: group ? departmentGroups[group].label : '—',
    ...(key === '-' && { department: '流转中' }),
    ...(cells['rank'] === null && group && { rank: '不排名' }),
  }));
  const [first, ...figures] = columns;
  return {
    title: '承办单位办理情况',
    note: '件数按受理时间，应办结、签收、联系按到期时间，结转、在办按当时情况。件数不足的不排名。',
    source: { report: 'departments', by: 'department' },
    table: table([...(first ? [first] : []), column('group', '类别', 'label'), ...figures], rows, {
      totals: found.totals,
      formulas: found.formulas,
    }),
  };
};

import type { PaperCells } from '#documents/paper';
import { column, table, type SectionMaker } from '../bulletin-section';

/** 七、退单争议: what was asked to be taken back in the period, and what became of it. */
export const returns: SectionMaker = async ({ period, report }) => {
  const { rows, totals, formulas } = await report({ name: 'returns', by: 'department', ...period });
  const cellsOf = (key: string | null, cells: (typeof rows)[number]['cells']) =>
    ({ $key: key, ...cells }) as unknown as PaperCells;
  return {
    title: '退单争议',
    note: '按申请退单的时间；一件申请两次的算两次。',
    table: table(
      [
        column('department', '单位', 'label'),
        column('asked', '退单'),
        column('upheld', '采纳'),
        column('rejected', '驳回'),
        { ...column('improperReturnRate', '不当退单率', 'rate'), formula: 'improperReturnRate' },
        column('arbitrated', '裁定'),
      ],
      rows.map(({ key, cells }) => cellsOf(key, cells)),
      { totals: cellsOf(null, totals), formulas: formulas.filter(({ name }) => name === 'improperReturnRate') },
    ),
  };
};

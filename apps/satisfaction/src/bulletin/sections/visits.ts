import type { PaperCells } from '#documents/paper';
import { channels } from '#ticket/channel';
import { column, table, type SectionMaker } from '../bulletin-section';

/** What citizens write in themselves. */
const online = ['web', 'wechat', 'app', 'email', 'weibo', 'forum', 'leader-mailbox', 'open311'] as const;

/** 十、走访和网上: whose doors were knocked at, what was asked for, and what is solved by the citizens' own word. */
export const visits: SectionMaker = async ({ period, report }) => {
  const [visited, overview] = await Promise.all([
    report({ name: 'visits', by: 'month', ...period }),
    report({ name: 'overview', by: 'channel', ...period }),
  ]);
  const { door, phone, requests, visitSolvedRate } = visited.totals;
  const rows: PaperCells[] = [
    {
      ...{ name: '走访', households: Number(door ?? 0) + Number(phone ?? 0), requests: Number(requests ?? 0) },
      solvedRate: visitSolvedRate as PaperCells[string],
    },
    ...online.flatMap((channel) => {
      const cells = overview.rows.find(({ key }) => key === channel)?.cells;
      if (!cells) return [];
      const said = { name: channels[channel].label, households: null, requests: Number(cells['received']) };
      return [{ ...said, solvedRate: cells['solvedRate'] as PaperCells[string] }];
    }),
  ];
  return {
    title: '走访和网上诉求',
    note: '走访解决率的分母是全部诉求，网上的分母是作出评价的；都以群众说的为准。',
    table: table(
      [
        column('name', '来源', 'label'),
        column('households', '户次'),
        column('requests', '诉求'),
        { ...column('solvedRate', '解决率', 'rate'), formula: 'solvedRate' },
      ],
      rows,
      { formulas: overview.formulas.filter(({ name }) => name === 'solvedRate') },
    ),
  };
};

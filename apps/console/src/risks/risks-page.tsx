import { Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { riskLevels, type RiskLevel } from '#ticket/lateness';
import type { ListItem } from '#http-api/list-route';
import { useAnswer } from '../api/use-answer';
import { usePages } from '../api/use-pages';
import { Due } from '../parts/due';
import { PagedTable } from '../parts/paged-table';
import { chanceWords, reasonWords } from '../parts/risk-mark';
import { RiskItem } from './risk-item';

type RiskyPart = ListItem<'GET /api/risks'>;

const columns: TableColumnsType<RiskyPart> = [
  {
    title: '超期风险',
    width: 100,
    render: (_, { risk }) => (
      <span className={`risk risk-${risk.level}`}>
        {riskLevels[risk.level].label} {chanceWords(risk)}
      </span>
    ),
  },
  {
    title: '工单',
    width: 170,
    render: (_, { ticketId, number }) => (
      <Link to={`/tickets/${ticketId}`} className="number">
        {number}
      </Link>
    ),
  },
  { title: '标题', ellipsis: true, render: (_, { title }) => title },
  { title: '主办单位', width: 140, ellipsis: true, render: (_, { department }) => department.name },
  { title: '办理到期', width: 120, render: (_, { dueAt }) => <Due at={dueAt} /> },
  { title: '主要原因', width: 340, render: (_, { risk }) => reasonWords(risk) },
];

type Shown = RiskLevel | 'all';

const shownLevels: { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  ...(['high', 'medium', 'low'] as const).map((value) => ({ value, label: `${riskLevels[value].label}风险` })),
];

/** What is due within days and likely to be late, while something can still be done. */
export function RisksPage() {
  const [level, setLevel] = useState<Shown>('all');
  const pages = usePages('GET /api/risks', { query: level === 'all' ? {} : { level } });
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented<Shown> options={shownLevels} value={level} onChange={setLevel} />
        <ModelWords />
      </div>
      <PagedTable<RiskyPart>
        rowKey="ticketId"
        columns={columns}
        pages={pages}
        widthPx={1_000}
        empty="3天内到期的工单中没有可提示的超期风险"
        card={(part) => <RiskItem key={part.ticketId} part={part} />}
      />
    </div>
  );
}

/** Where the chances come from, and how far they lay from what came. */
function ModelWords() {
  const { data } = useAnswer('GET /api/risks/model', {});
  if (!data) return null;
  const { model } = data;
  if (!model) return <span className="quiet">历史办件不足200件，暂不测算超期风险。</span>;
  const tested =
    model.calibrationError === null
      ? ''
      : `上月预测与实际平均相差${(model.calibrationError * 100).toFixed(1)}个百分点（${model.testedParts}件）。`;
  return (
    <span className="quiet">
      3天内到期、尚未超期的主办件，按{model.day}测算，依据{model.parts}件历史办件。{tested}
      括号内为该因素使超期几率（超期与按期之比）增加的倍数。
    </span>
  );
}

import { Button, type TableColumnsType } from 'antd';
import { raisedUrgencies, usualPrecedence } from '#http-api/dispatch-rule-shapes';
import { limitClasses } from '#ticket/limit-class';
import { EditButton } from '../parts/edit-button';
import { StandingTag } from '../parts/versions-switch';
import { conditionWords, isFallBack, type RuleRow } from './rule-row';

const Lines = ({ lines }: { lines: readonly string[] }) => lines.map((line) => <div key={line}>{line}</div>);

const askedWords = (row: RuleRow): string[] => [
  ...conditionWords(row),
  ...(row.precedence === usualPrecedence ? [] : [`优先序：${row.precedence}`]),
];

const handlerWords = ({ lead, coHandlers }: RuleRow): string[] => [
  lead.name,
  ...(coHandlers.length > 0 ? [`协办：${coHandlers.map(({ name }) => name).join('、')}`] : []),
];

/** What becomes of a ticket besides its departments. */
const effectWords = ({ urgency, limitClass }: RuleRow): string[] => [
  ...(urgency ? [`紧急程度提为${raisedUrgencies[urgency].label}`] : []),
  ...(limitClass ? [`按${limitClasses[limitClass].label}类时限`] : []),
];

const validityWords = ({ validFrom, validTo }: RuleRow): string[] => [
  `${validFrom}起`,
  ...(validTo ? [`至${validTo}`] : []),
];

const shown: TableColumnsType<RuleRow> = [
  { title: '事项分类', width: 110, render: (_, row) => row.category?.name ?? (isFallBack(row) ? '兜底' : '全部') },
  { title: '区域', width: 95, render: (_, { area }) => area?.name ?? '全部' },
  { title: '条件', width: 160, render: (_, row) => <Lines lines={askedWords(row)} /> },
  { title: '承办单位', width: 150, render: (_, row) => <Lines lines={handlerWords(row)} /> },
  { title: '派单后', width: 115, render: (_, row) => <Lines lines={effectWords(row)} /> },
  { title: '依据', dataIndex: 'basis', ellipsis: true },
  { title: '有效期', width: 110, render: (_, row) => <Lines lines={validityWords(row)} /> },
  { title: '版本', width: 50, align: 'right', dataIndex: 'version' },
  { title: '状态', width: 75, render: (_, { state }) => <StandingTag state={state} /> },
];

interface Actions {
  edit(row: RuleRow): void;
  end(row: RuleRow): void;
  showVersions(row: RuleRow): void;
}

const Action = ({ label, act }: { label: string; act(): void }) => (
  <Button size="small" type="link" onClick={act}>
    {label}
  </Button>
);

export const catalogueColumns = (
  mayChange: boolean,
  { edit, end, showVersions }: Actions,
): TableColumnsType<RuleRow> => [
  ...shown,
  {
    title: '操作',
    width: mayChange ? 155 : 70,
    fixed: 'right',
    render: (_, row) => (
      <>
        {mayChange && row.state !== 'past' && <EditButton edit={() => edit(row)} />}
        {mayChange && row.state !== 'past' && <Action label="停用" act={() => end(row)} />}
        <Action label="历次" act={() => showVersions(row)} />
      </>
    ),
  },
];

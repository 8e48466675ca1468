import { Segmented } from 'antd';
import { useKept } from '../parts/use-kept';
import { ExtensionRuleList } from './extension-rule-list';
import { LadderList } from './ladder-list';
import { NoticeGateway } from './notice-gateway';
import './follow-up-rules.css';

const views = [
  { value: 'ladder', label: '督促阶梯', View: LadderList },
  { value: 'extensions', label: '延期规则', View: ExtensionRuleList },
  { value: 'gateway', label: '提醒推送', View: NoticeGateway },
] as const;
type Shown = (typeof views)[number]['value'];

/** 督促与延期: by which rules late tickets are pressed, and more time is given. */
export function FollowUpRulesPage() {
  const [shown, show] = useKept<Shown>('follow-up-rules', 'ladder');
  const View = views.find(({ value }) => value === shown)?.View ?? LadderList;
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented<Shown> options={views.map(({ value, label }) => ({ value, label }))} value={shown} onChange={show} />
      </div>
      <View />
    </div>
  );
}

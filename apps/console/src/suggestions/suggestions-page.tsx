import { Segmented } from 'antd';
import { useKept } from '../parts/use-kept';
import { AgreementList } from './agreement-list';
import { ModelList } from './model-list';

const views = [
  { value: 'models', label: '模型版本', View: ModelList },
  { value: 'agreement', label: '采纳情况', View: AgreementList },
] as const;
type Shown = (typeof views)[number]['value'];

/** 派单建议: what is suggested by, how good it is, and how often it was done. */
export function SuggestionsPage() {
  const [shown, show] = useKept<Shown>('suggestions', 'models');
  const View = views.find(({ value }) => value === shown)?.View ?? ModelList;
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented<Shown> options={views.map(({ value, label }) => ({ value, label }))} value={shown} onChange={show} />
      </div>
      <View />
    </div>
  );
}

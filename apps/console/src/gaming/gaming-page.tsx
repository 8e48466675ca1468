import { Segmented } from 'antd';
import { gamingStates, type GamingState } from '#ticket/gaming-sign';
import { mayCall } from '../identity/may-call';
import { useUser } from '../identity/session';
import { useKept } from '../parts/use-kept';
import { GamingRules } from './gaming-rules';
import { SignList } from './sign-list';

type Shown = GamingState | 'rules';

const states = Object.entries(gamingStates).map(([value, { label }]) => ({ value: value as Shown, label }));
const rules = { value: 'rules' as Shown, label: '规则' };

/** 异常线索: signs that figures were made rather than earned. */
export function GamingPage() {
  const { roles } = useUser();
  const mayRead = mayCall('GET /api/gaming-signs', roles);
  const [shown, show] = useKept<Shown>('gaming', 'open');
  const isRules = shown === 'rules' || !mayRead;
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented<Shown>
          options={mayRead ? [...states, rules] : [rules]}
          value={isRules ? 'rules' : shown}
          onChange={show}
        />
        <span className="quiet">线索只提示从哪里查起，是否属实由人核实。每小时更新一次。</span>
      </div>
      {isRules ? <GamingRules /> : <SignList key={shown} state={shown} />}
    </div>
  );
}

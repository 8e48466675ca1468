import { Segmented } from 'antd';
import { useKept } from '../parts/use-kept';
import { MessageList } from './message-list';
import { MessageSettings } from './message-settings';
import { MessageTemplates } from './message-templates';
import { ResendGivenUp } from './resend-given-up';
import './messages.css';

const views = [
  { value: 'list', label: '发件箱', View: MessageList },
  { value: 'templates', label: '短信模板', View: MessageTemplates },
  { value: 'settings', label: '短信设置', View: MessageSettings },
] as const;
type Shown = (typeof views)[number]['value'];

/** 短信告知: what citizens are told by message, in which words, and through what. */
export function MessagesPage() {
  const [shown, show] = useKept<Shown>('messages-view', 'list');
  const View = views.find(({ value }) => value === shown)?.View ?? MessageList;
  return (
    <div className="page">
      <div className="page-filters">
        <Segmented<Shown> options={views.map(({ value, label }) => ({ value, label }))} value={shown} onChange={show} />
        {shown === 'list' && <ResendGivenUp />}
      </div>
      <View />
    </div>
  );
}

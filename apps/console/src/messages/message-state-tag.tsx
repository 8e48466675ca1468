import { Tag } from 'antd';
import { messageStates, type MessageState } from '#ticket/message-state';

const tones: Record<MessageState, string | undefined> = {
  waiting: 'blue',
  held: undefined,
  failed: 'orange',
  sent: 'green',
  kept: undefined,
  delivered: 'green',
  'given-up': 'red',
  withheld: undefined,
};

/** How a message stands. */
export const MessageStateTag = ({ state }: { state: MessageState }) => (
  <Tag color={tones[state]} className="tag">
    {messageStates[state].label}
  </Tag>
);

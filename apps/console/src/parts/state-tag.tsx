import { Tag } from 'antd';
import type { State } from '#ticket/state';
import { stateTone } from '../words/state-tone';
import { stateWords } from '../words/state-words';

export const StateTag = ({ state, round }: { state: State; round: number }) => (
  <Tag color={stateTone(state)} className="tag">
    {stateWords(state, round)}
  </Tag>
);

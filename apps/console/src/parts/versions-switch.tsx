import { Segmented, Tag } from 'antd';
import { limitStandings } from '#http-api/time-limit-shapes';

/** Rules in force, or every version that there was. */
export type ShownVersions = 'in-force' | 'history';

const options: { value: ShownVersions; label: string }[] = [
  { value: 'in-force', label: '执行中' },
  { value: 'history', label: '全部版本' },
];

interface VersionsSwitchProps {
  readonly shown: ShownVersions;
  show(shown: ShownVersions): void;
}

export const VersionsSwitch = ({ shown, show }: VersionsSwitchProps) => (
  <Segmented options={options} value={shown} onChange={show} />
);

/** As the lists of rules ask for it. */
export const historyOf = (shown: ShownVersions): 'true' | 'false' => (shown === 'history' ? 'true' : 'false');

const tones = { 'in-force': 'green', planned: 'blue', past: 'default' } as const;

export const StandingTag = ({ state }: { state: keyof typeof limitStandings }) => (
  <Tag color={tones[state]} className="tag">
    {limitStandings[state].label}
  </Tag>
);

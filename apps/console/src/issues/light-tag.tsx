import { Tag } from 'antd';
import { lights, type Light } from '#ticket/issue';

/** How a milestone, or an issue as the worst of its milestones, stands. */
export const LightTag = ({ light }: { light: Light | null }) =>
  light && (
    <Tag color={light === 'yellow' ? 'gold' : light} className="tag">
      {lights[light].label.slice(0, 2)}
    </Tag>
  );

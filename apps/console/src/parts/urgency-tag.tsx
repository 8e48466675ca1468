import { Tag } from 'antd';
import { urgencies, type Urgency } from '#ticket/urgency';
import { urgencyTones } from '../words/urgency-tone';

/** Only what is not ordinary is marked. */
export const UrgencyTag = ({ urgency }: { urgency: Urgency }) =>
  urgency === 'normal' ? null : (
    <Tag color={urgencyTones[urgency]} variant="solid" className="tag">
      {urgencies[urgency].label}
    </Tag>
  );

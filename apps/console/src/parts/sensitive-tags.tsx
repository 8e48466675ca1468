import { Tag } from 'antd';

interface Sensitive {
  readonly stability: boolean;
  readonly peopleInvolved: number | null;
  readonly amountYuan: number | null;
}

const yuan = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 });

/** What of a matter asks for care: unrest, many people, much money. */
export const SensitiveTags = ({ ticket: { stability, peopleInvolved, amountYuan } }: { ticket: Sensitive }) => (
  <>
    {stability && (
      <Tag color="red" className="tag">
        涉稳
      </Tag>
    )}
    {peopleInvolved !== null && <Tag className="tag">{peopleInvolved}人</Tag>}
    {amountYuan !== null && <Tag className="tag">{yuan.format(amountYuan)}元</Tag>}
  </>
);

import { Flex, Tag } from 'antd';
import { demandFindings, factFindings, resolutions } from '#ticket/finding';
import { evidenceNames } from '../attachments/evidence-names';
import type { AssignmentView, TicketView } from '../moves/move-target';

type Reply = NonNullable<AssignmentView['reply']>;

interface ReplyFactsProps {
  readonly reply: Reply;
  readonly attachments: TicketView['attachments'];
}

/** What a reply says: its findings apart, internal and public text apart. */
export const ReplyFacts = ({ reply, attachments }: ReplyFactsProps) => (
  <div className="reply">
    <Flex gap={4} wrap>
      <Tag className="tag">事实：{factFindings[reply.factFinding].label}</Tag>
      <Tag className="tag">诉求：{demandFindings[reply.demandFinding].label}</Tag>
      <Tag className="tag">结果：{resolutions[reply.resolution].label}</Tag>
    </Flex>
    {reply.unsolvedReason && <ReplyText label="未解决原因" text={reply.unsolvedReason} />}
    <ReplyText label="办理情况（内部）" text={reply.internalText} />
    <ReplyText label="答复内容（公开）" text={reply.publicText} />
    <Evidence names={evidenceNames(attachments, reply.attachmentIds)} />
  </div>
);

const ReplyText = ({ label, text }: { label: string; text: string }) => (
  <div className="reply-text">
    <div className="quiet">{label}</div>
    <p className="matter-text">{text}</p>
  </div>
);

const Evidence = ({ names }: { names: string }) => names !== '' && <ReplyText label="佐证材料" text={names} />;

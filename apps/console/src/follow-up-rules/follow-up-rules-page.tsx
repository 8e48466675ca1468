import { PageOfViews } from '../parts/page-of-views';
import { ReviewRuleList } from '../review-rules/review-rule-list';
import { ExtensionRuleList } from './extension-rule-list';
import { LadderList } from './ladder-list';
import { NoticeGateway } from './notice-gateway';
import './follow-up-rules.css';

const views = [
  { value: 'ladder', label: '督促阶梯', View: LadderList },
  { value: 'extensions', label: '延期规则', View: ExtensionRuleList },
  { value: 'reviews', label: '审核规则', View: ReviewRuleList },
  { value: 'gateway', label: '提醒推送', View: NoticeGateway },
] as const;

/** 督促与延期: by which rules late tickets are pressed, and more time is given. */
export const FollowUpRulesPage = () => <PageOfViews name="follow-up-rules" views={views} />;

import { PageOfViews } from '../parts/page-of-views';
import { AgreementList } from './agreement-list';
import { ModelList } from './model-list';

const views = [
  { value: 'models', label: '模型版本', View: ModelList },
  { value: 'agreement', label: '采纳情况', View: AgreementList },
] as const;

/** 派单建议: what is suggested by, how good it is, and how often it was done. */
export const SuggestionsPage = () => <PageOfViews name="suggestions" views={views} />;

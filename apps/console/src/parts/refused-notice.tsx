import { Alert } from 'antd';
import { problemIssues } from '../api/problem-issues';
import { problemWords } from '../api/problem-words';

/** Why a short form was refused, where its fields do not say it themselves. */
export const RefusedNotice = ({ error }: { error: Error | null }) =>
  error && problemIssues(error).length === 0 ? (
    <Alert type="error" showIcon title={problemWords(error)} className="form-error" />
  ) : null;

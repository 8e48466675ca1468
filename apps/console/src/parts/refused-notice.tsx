import { Alert } from 'antd';
import { problemIssues } from '../api/problem-issues';
import { problemWords } from '../api/problem-words';

interface RefusedNoticeProps {
  readonly error: Error | null;
  /** The fields that stand in the form, where others may be refused too; `citizen.phone` for one that lies deeper. */
  readonly fields?: readonly string[];
}

/** Why a form was refused, where its fields do not say it themselves. */
export function RefusedNotice({ error, fields }: RefusedNoticeProps) {
  if (!error) return null;
  const issues = problemIssues(error);
  const isSaid = issues.length > 0 && issues.every(({ name }) => !fields || fields.includes(name.join('.')));
  return isSaid ? null : <Alert type="error" showIcon title={problemWords(error)} className="form-error" />;
}

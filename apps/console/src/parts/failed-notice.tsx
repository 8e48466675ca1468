import { Alert, Button } from 'antd';
import { problemWords } from '../api/problem-words';

/** Something could not be loaded: why, and a way to try again. */
export const FailedNotice = ({ error, again }: { error: Error; again(): void }) => (
  <Alert
    type="error"
    showIcon
    title={problemWords(error)}
    className="failed-notice"
    action={
      <Button size="small" onClick={again}>
        重试
      </Button>
    }
  />
);

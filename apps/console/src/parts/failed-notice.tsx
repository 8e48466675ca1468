import { Alert, Button } from 'antd';

/** Something could not be loaded: why, and a way to try again. */
export const FailedNotice = ({ text, again }: { text: string; again(): void }) => (
  <Alert
    type="error"
    showIcon
    title={text}
    className="failed-notice"
    action={
      <Button size="small" onClick={again}>
        重试
      </Button>
    }
  />
);

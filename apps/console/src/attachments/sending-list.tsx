import { Button, Flex, Progress } from 'antd';
import type { Sending, useUploads } from './use-uploads';

/** What is on its way, how far it is, and why something was not taken. */
export const SendingList = ({ uploads }: { uploads: ReturnType<typeof useUploads> }) =>
  uploads.sending.map((one) => <SendingLine key={one.key} one={one} {...uploads} />);

interface SendingLineProps {
  readonly one: Sending;
  again(one: Sending): Promise<void>;
  drop(key: string): void;
}

const SendingLine = ({ one, again, drop }: SendingLineProps) => (
  <Flex gap={8} align="center" wrap className="sending" role="status">
    <span className="sending-name">{one.file.name}</span>
    {one.error === undefined ? (
      <Progress percent={one.percent} size="small" className="sending-progress" />
    ) : (
      <>
        <span className="sending-error" role="alert">
          {one.error}
        </span>
        <Button size="small" onClick={() => void again(one)}>
          重试
        </Button>
        <Button size="small" type="text" onClick={() => drop(one.key)}>
          移除
        </Button>
      </>
    )}
  </Flex>
);

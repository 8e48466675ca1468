import { Button, Flex, Form } from 'antd';
import { InstantInput } from '../parts/instant-input';
import { required } from '../parts/required';

interface AppointmentProps {
  readonly onChosen: (at: string) => void;
  readonly onLeave: () => void;
}

/** 改时再访: when the citizen asked to be called. */
export const Appointment = ({ onChosen, onLeave }: AppointmentProps) => (
  <Form layout="vertical" onFinish={({ at }: { at: string }) => onChosen(at)}>
    <Form.Item name="at" label="约定时间" rules={required}>
      <InstantInput />
    </Form.Item>
    <Flex gap={8}>
      <Button type="primary" htmlType="submit">
        约定
      </Button>
      <Button onClick={onLeave}>不约了</Button>
    </Flex>
  </Form>
);

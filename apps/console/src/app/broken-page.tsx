import { Button, Result } from 'antd';

/** A page that could not be shown, most often because a newer version was installed meanwhile. */
export const BrokenPage = () => (
  <Result
    status="warning"
    title="页面打开失败"
    subTitle="系统可能刚刚更新，请刷新后再试"
    extra={
      <Button type="primary" onClick={() => window.location.reload()}>
        刷新页面
      </Button>
    }
  />
);

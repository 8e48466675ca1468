import { Button } from 'antd';

/** 修改, in a row of a table. */
export const EditButton = ({ edit }: { edit(): void }) => (
  <Button size="small" type="link" onClick={edit}>
    修改
  </Button>
);

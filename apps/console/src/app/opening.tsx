import { Spin } from 'antd';

/** While the first page is on its way. */
export const Opening = () => <Spin fullscreen description="正在打开…" />;

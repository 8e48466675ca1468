import { Result } from 'antd';
import { Link } from 'react-router-dom';

export const MissingPage = () => <Result status="info" title="没有这个页面" extra={<Link to="/">回到首页</Link>} />;

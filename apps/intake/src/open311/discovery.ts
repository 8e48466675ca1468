import { formats } from './answer-format';

/** When what this endpoint can do changed last. */
const changeset = '2026-11-26T00:00:00Z';

/** Where the service is found, and what it speaks (Open311 service discovery). */
export const discovery = (url: string): object => ({
  changeset,
  contact: '政务服务便民热线 12345',
  key_service: '接入密钥由热线系统管理员在“接入管理”中添加，来源选 Open311',
  endpoints: [
    {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url,
      changeset,
      type: 'production',
      formats: Object.values(formats).map((type) => type.split(';')[0]),
    },
  ],
});

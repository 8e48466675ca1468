import { webAddress } from '#http-api/fields';
import { shapedBy } from './shaped-by';

const faultOf = (typed: unknown): Promise<string> => {
  const rule = shapedBy(webAddress) as { validator(rule: unknown, typed: unknown): Promise<void> };
  return rule.validator({}, typed).then(
    () => '',
    (fault: unknown) => (fault as Error).message,
  );
};

describe('a field by the shape of the server', () => {
  it('takes an address with a port of one digit, as the server does', async () => {
    expect(await faultOf('http://127.0.0.1:8/feedback')).toBe('');
  });

  it('takes nothing typed, and refuses what is no address in the server’s words', async () => {
    expect(await faultOf(null)).toBe('');
    expect(await faultOf('政府网站')).toBe('须为网址，以 http:// 或 https:// 开头');
  });
});

import { Button, Divider } from 'antd';
import { useHref } from 'react-router-dom';
import { pathOf } from '#http-api/routes';
import { useAnswer } from '../api/use-answer';

/**
 * The way to the identity provider, where one is configured: a plain link, which the browser follows out of this page.
 * What was typed before the session ran out lives in this page only, so that then the link opens another one.
 */
export function ProviderLink({ from, hasExpired }: { from: string; hasExpired: boolean }) {
  const welcome = useAnswer('GET /api/welcome');
  const returnTo = useHref(from);
  if (!welcome.data?.oidc) return null;
  const href = `${pathOf('GET /api/session/oidc')}?${new URLSearchParams({ returnTo })}`;
  return (
    <>
      <Divider plain>或</Divider>
      <Button size="large" block href={href} target={hasExpired ? '_blank' : undefined}>
        {welcome.data.oidc.label}
      </Button>
      {hasExpired && <p className="login-hint">在新窗口登录后，请回到本页继续</p>}
    </>
  );
}

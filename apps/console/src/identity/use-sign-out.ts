import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router-dom';
import { ApiProblem } from '../api/api-problem';
import { call } from '../api/call';
import { dropAllDrafts } from '../parts/drafts';
import { forgetKept } from '../parts/use-kept';
import { putDown } from '../register/draft-in-hand';

/** The way out: the session ends, and nothing of its holder stays in this tab. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  return async () => {
    await putDown();
    try {
      await call('DELETE /api/session');
    } catch (reason) {
      // Whoever believes to be signed out leaves a desk that others use.
      if (!(reason instanceof ApiProblem && reason.code === 'unauthenticated'))
        return void message.error('没有退出：服务器没有应答，请稍后再试');
    }
    client.clear();
    dropAllDrafts();
    forgetKept();
    await navigate('/login', { replace: true });
  };
}

import { App, type FormInstance } from 'antd';
import { useRef } from 'react';
import type { Route, RouteAnswer } from '#http-api/routes';
import type { CallRequest } from '../api/call';
import { problemIssues } from '../api/problem-issues';
import { problemWords } from '../api/problem-words';
import { shapeIssues } from '../api/shape-issues';
import { useWrite } from '../api/use-write';
import type { Values } from '../moves/field-row';
import { useShown } from './use-shown';

/**
 * Sends a form through one operation: checks its shape first, and puts what is refused at its field.
 * @param what as a clerk calls it, for whoever has gone on to another page when it fails
 */
export function useSubmit<R extends Route>(
  route: R,
  form: FormInstance<Values>,
  what: string,
  onDone: (answer: RouteAnswer<R>, isShown: boolean) => void,
) {
  const { message } = App.useApp();
  const write = useWrite(route);
  const isShown = useShown();
  const isSending = useRef(false);
  const submit = (request: CallRequest<R>): void => {
    // Two clicks in one moment are one wish: the button shows it a moment later.
    if (isSending.current) return;
    const issues = shapeIssues(route, request.body);
    if (issues.length > 0) return form.setFields(issues);
    isSending.current = true;
    // Not the mutation's own callbacks: those are left out when the page has moved on, and nobody would hear of it.
    void write
      .mutateAsync(request)
      .then(done, failed)
      .finally(() => (isSending.current = false));
  };
  const done = (answer: RouteAnswer<R>): void => {
    // Handed on once and kept nowhere else: it may tell a password.
    write.reset();
    onDone(answer, isShown.current);
  };
  const failed = (reason: unknown): void => {
    const error = reason instanceof Error ? reason : new Error(String(reason));
    if (isShown.current) form.setFields(problemIssues(error));
    else message.error(`${what}未成功：${problemWords(error)}`);
  };
  return { submit, isBusy: write.isPending, error: write.error };
}

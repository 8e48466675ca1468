import { App, type FormInstance } from 'antd';
import { useRef } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { routeRow } from '#http-api/routes';
import { transitions } from '#ticket/transition';
import { problemIssues } from '../api/problem-issues';
import { problemWords } from '../api/problem-words';
import { shapeIssues } from '../api/shape-issues';
import { useWrite } from '../api/use-write';
import type { AvailableMove } from './available-moves';
import { useShown } from '../parts/use-shown';
import { bodyOf } from './body-of';
import { editBodyOf } from './edit-body-of';
import type { Values } from './field-row';
import type { MoveRoute } from './move-form';
import { useReturnOf } from './use-return-of';

export type MoveAnswer = RouteAnswer<MoveRoute>;

/** Sends a move: checks its shape, names the thing it is done to, puts errors at their fields. */
export function useMoveSubmit(
  move: AvailableMove,
  form: FormInstance<Values>,
  onDone: (answer: MoveAnswer, isShown: boolean) => void,
) {
  const { name, target } = move;
  const { number } = target.ticket;
  const isShown = useShown();
  const { route, on, fixed, initial } = move.form;
  const { message } = App.useApp();
  const write = useWrite(route);
  const returnId = useReturnOf(target.ticket.id, on === 'return');
  const id = { ticket: target.ticket.id, lead: target.part?.id, 'co-handler': target.part?.id, return: returnId }[on];

  const isSending = useRef(false);
  const submit = (values: Values): void => {
    // Two clicks in one moment are one wish: the button shows it a moment later.
    if (isSending.current) return;
    const isEdit = routeRow(route).ifMatch === true;
    const body = { ...(isEdit ? editBodyOf(values, initial?.(target) ?? {}) : bodyOf(values)), ...fixed };
    if (isEdit && Object.keys(body).length === 0) return void message.info('没有修改任何内容');
    const issues = shapeIssues(route, body);
    if (issues.length > 0) return form.setFields(issues);
    if (!id) return void message.error('没有找到待审理的退单，请刷新后再试');
    const version = isEdit ? target.ticket.version : undefined;
    isSending.current = true;
    // The body was just checked against the operation's own shape.
    const sent = write.mutateAsync({ params: { id }, body: body as never, version });
    // Not the mutation's own callbacks: those are left out when the page has moved on, and nobody would hear of it.
    void sent.then(done, failed).finally(() => (isSending.current = false));
  };
  const done = (answer: MoveAnswer): void => {
    message.success(`${number}　${transitions[name].label}：已提交`);
    onDone(answer, isShown.current);
  };
  const failed = (reason: unknown): void => {
    const error = reason instanceof Error ? reason : new Error(String(reason));
    if (isShown.current) form.setFields(problemIssues(error));
    else message.error(`${number}　${transitions[name].label}未成功：${problemWords(error)}`);
  };
  return { submit, isBusy: write.isPending, error: write.error };
}

import { App, type FormInstance } from 'antd';
import { useRef } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { routeRow } from '#http-api/routes';
import { transitions } from '#ticket/transition';
import { problemIssues } from '../api/problem-issues';
import { shapeIssues } from '../api/shape-issues';
import { useWrite } from '../api/use-write';
import type { AvailableMove } from './available-moves';
import { bodyOf } from './body-of';
import type { Values } from './field-row';
import type { MoveRoute } from './move-form';
import { useReturnOf } from './use-return-of';

export type MoveAnswer = RouteAnswer<MoveRoute>;

/** Sends a move: checks its shape, names the thing it is done to, puts errors at their fields. */
export function useMoveSubmit(move: AvailableMove, form: FormInstance<Values>, onDone: (answer: MoveAnswer) => void) {
  const { name, target } = move;
  const { route, on, fixed } = move.form;
  const { message } = App.useApp();
  const write = useWrite(route);
  const returnId = useReturnOf(target.ticket.id, on === 'return');
  const id = { ticket: target.ticket.id, lead: target.part?.id, 'co-handler': target.part?.id, return: returnId }[on];

  const isSending = useRef(false);
  const submit = (values: Values): void => {
    // Two clicks in one moment are one wish: the button shows it a moment later.
    if (isSending.current) return;
    const body = { ...bodyOf(values), ...fixed };
    const issues = shapeIssues(route, body);
    if (issues.length > 0) return form.setFields(issues);
    if (!id) return void message.error('没有找到待审理的退单，请刷新后再试');
    const version = routeRow(route).ifMatch ? target.ticket.version : undefined;
    isSending.current = true;
    const onSettled = (): void => void (isSending.current = false);
    // The body was just checked against the operation's own shape.
    write.mutate(
      { params: { id }, body: body as never, version },
      { onSuccess: done, onError: showAtFields, onSettled },
    );
  };
  const done = (answer: MoveAnswer): void => {
    message.success(`${transitions[name].label}：已完成`);
    onDone(answer);
  };
  const showAtFields = (reason: Error): void => form.setFields(problemIssues(reason));
  return { submit, isBusy: write.isPending, error: write.error };
}

import { App, type FormInstance } from 'antd';
import { useState } from 'react';
import type { RouteAnswer } from '#http-api/routes';
import { routeRow } from '#http-api/routes';
import { useSubmit } from '../parts/use-submit';
import type { AvailableMove } from './available-moves';
import { bodyOf, emptied } from './body-of';
import { editBodyOf } from './edit-body-of';
import type { Values } from './field-row';
import type { MoveRoute } from './move-form';
import { useReturnOf } from './use-return-of';

export type MoveAnswer = RouteAnswer<MoveRoute>;

/** Sends a move: names the thing it is done to, and of an edit only what it changes. */
export function useMoveSubmit(
  move: AvailableMove,
  form: FormInstance<Values>,
  onDone: (answer: MoveAnswer, isShown: boolean) => void,
) {
  const { label, target } = move;
  const { route, on, fixed, initial, done: saidWhenDone = '已提交' } = move.form;
  const { message } = App.useApp();
  const returnId = useReturnOf(target.ticket.id, on === 'return');
  const { ticket, part, requestId } = target;
  const ids = { ticket: ticket.id, lead: part?.id, 'co-handler': part?.id, part: part?.id, return: returnId };
  const id = on === 'request' ? requestId : ids[on];
  const what = `${target.ticket.number}　${label}`;

  const done = (answer: MoveAnswer, isShown: boolean): void => {
    message.success(`${what}：${saidWhenDone}`);
    onDone(answer, isShown);
  };
  const { submit: send, isBusy, error } = useSubmit(route, form, what, done);
  const fixedNow = (): Values => (typeof fixed === 'function' ? fixed(target) : fixed) ?? {};
  const [atFirst] = useState(fixedNow);
  // The page goes on behind an open form: what changed there counts as seen only once somebody was refused for it.
  const seen = (): Values => (error === null ? atFirst : fixedNow());
  const submit = (values: Values): void => {
    const isEdit = routeRow(route).ifMatch === true;
    const before = initial?.(target) ?? {};
    const said = isEdit ? editBodyOf(values, before) : { ...emptied(values, before), ...bodyOf(values) };
    const body = { ...said, ...seen() };
    if (isEdit && Object.keys(body).length === 0) return void message.info('没有修改任何内容');
    if (!id) return void message.error('没有找到待审理的退单，请刷新后再试');
    // The form's fields are those of the operation's own shape, and it is checked against that before it is sent.
    send({ params: { id }, body: body as never, version: isEdit ? target.ticket.version : undefined });
  };
  return { submit, isBusy, error };
}

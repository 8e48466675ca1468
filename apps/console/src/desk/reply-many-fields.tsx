import { Form } from 'antd';
import { shanghaiDate } from '#calendar/shanghai-time';
import { placeholderWords, replyPlaceholders, replyText, replyTextFault, replyValuesOf } from '#ticket/reply-text';
import { useAnswer } from '../api/use-answer';
import { batchReplyFields } from '../moves/desk-moves';
import type { Values } from '../moves/field-row';
import { MoveFields } from '../moves/move-fields';
import type { TicketView } from '../moves/move-target';
import { Loaded } from '../parts/loaded';
import { useNow } from '../parts/use-now';
import { ReplyFindings } from '../reply-check/reply-findings';
import type { DeskRow } from './many-parts';

/** The fields of one answer to many, and how it reads to the first of them. */
export function ReplyManyFields({ first }: { first: DeskRow }) {
  const ticket = useAnswer('GET /api/tickets/:id', { params: { id: first.ticketId } });
  return <Loaded of={ticket}>{(found) => <Fields first={first} ticket={found} />}</Loaded>;
}

function Fields({ first, ticket }: { first: DeskRow; ticket: TicketView }) {
  const values = (Form.useWatch([], Form.useFormInstance<Values>()) as Values | undefined) ?? {};
  return (
    <>
      <p className="quiet form-note">
        各件的认定、结果和答复相同，逐件提交（须签发的逐件送签）。答复中可写{placeholderWords(replyPlaceholders)}
        ，提交时按各件填入。
      </p>
      <MoveFields rows={batchReplyFields} target={{ ticket }} values={values} />
      <Reading first={first} ticket={ticket} typed={(values['publicText'] as string | undefined) ?? ''} />
    </>
  );
}

function Reading({ first, ticket, typed }: { first: DeskRow; ticket: TicketView; typed: string }) {
  const on = shanghaiDate(new Date(useNow()));
  const fault = replyTextFault(typed);
  if (fault !== null) return <p className="due-red form-note">{fault}</p>;
  if (typed.trim() === '') return null;
  const publicText = replyText(typed, replyValuesOf(ticket, { department: first.department.name, on }));
  return (
    <div className="batch-reading">
      <p className="quiet form-note">以{ticket.number}为例</p>
      <p className="form-note">{publicText}</p>
      <ReplyFindings partId={first.id} publicText={publicText} omits="personal-data" />
    </div>
  );
}

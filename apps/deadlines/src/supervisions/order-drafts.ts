import { Injectable } from '@nestjs/common';
import type { KnownCitizen } from '#ticket/known-citizen';
import type { SupervisionOrder } from '#ticket/supervision';
import type { Ticket } from '#ticket/ticket';
import type { RouteInput } from '#http-api/routes';
import type { Sql } from '#store/sql';
import type { Caller } from '#platform/caller';
import { checkDepartment } from '#platform/check-department';
import { Directory } from '#platform/directory';
import { CopySources } from '#platform/documents/copy-source';
import { refuseIdentity, type SaidText } from '#platform/documents/refuse-identity';
import { refuseUnprintable } from '#platform/documents/refuse-unprintable';
import { Refusal, refusalAt } from '#platform/problems';

type OrderBody = RouteInput<'POST /api/tickets/:id/supervise'>['body'];

/** What a clerk wrote becomes an order. */
@Injectable()
export class OrderDrafts {
  constructor(
    private readonly sources: CopySources,
    private readonly directory: Directory,
  ) {}

  /**
   * To the lead, unless it names another department.
   * @throws Refusal for a leader who says no instruction; for a department that does not exist, for what tells who asked, or what cannot be printed
   */
  async order(
    ticket: Ticket,
    body: OrderBody,
    { sql, caller }: { sql: Sql; caller: Caller },
  ): Promise<SupervisionOrder> {
    const { mainTo, dueAt, ...said } = body;
    if (body.cause !== 'leader-instruction' && !caller.roles.includes('supervisor'))
      throw new Refusal('forbidden', '区领导只能以批示交办，其他督办由督办员起草');
    const departmentId = mainTo ?? ticket.leadDepartmentId;
    if (!departmentId) throw refusalAt('mainTo', '工单还没有主办单位，不能督办');
    checkDepartment(this.directory, departmentId, 'mainTo');
    check(body, (await this.sources.read(sql, ticket.id, caller)).citizen);
    return { ...said, departmentId, dueAt: dueAt ? new Date(dueAt) : undefined };
  }
}

/** An order is read by others than who handles the ticket. */
function check({ requirement, copyTo, instruction }: OrderBody, citizen: KnownCitizen): void {
  const said: SaidText[] = [
    { path: 'requirement', label: '督办要求', text: requirement },
    { path: 'instruction.text', label: '批示内容', text: instruction?.text ?? '' },
  ];
  const named: SaidText[] = [
    { path: 'instruction.leader', label: '批示领导', text: instruction?.leader ?? '' },
    { path: 'instruction.receivedFrom', label: '来文单位', text: instruction?.receivedFrom ?? '' },
    ...copyTo.map((text, index) => ({ path: `copyTo.${index}`, label: '抄送单位', text })),
  ];
  refuseIdentity(said, { citizens: [citizen], before: '保存' });
  refuseUnprintable([...said, ...named]);
}

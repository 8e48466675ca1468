import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { documentNumber } from '#ticket/document-number';
import { canonicalJson } from '#store/canonical-json';
import { shanghaiDate } from '#store/shanghai-date';
import { nextSupervisionNumber } from '#store/supervision-rows';
import type { Caller } from '#platform/caller';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { OrderContentsReading } from './order-contents';
import type { PrintedSupervision } from './printed-supervision';
import { Supervisions } from './supervisions';

/** 签发: an order is given the next number of its series, and from then on stays as it is. */
@Injectable()
export class SupervisionSigning {
  constructor(
    private readonly supervisions: Supervisions,
    private readonly contents: OrderContentsReading,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws NotFound; TransitionRefused when it is signed already, or its answer is due in the past */
  async sign(which: { ticketId: string; id: string }, caller: Caller): Promise<void> {
    const { supervisionNumberSeries: series } = this.settings;
    await this.supervisions.move(which, 'signSupervision', caller, async ({ order, ticket, context: { at }, sql }) => {
      const contents = await this.contents.read(sql, { order, ticket }, { caller, at });
      const year = Number(shanghaiDate(at).slice(0, 4));
      // Taken last: whoever signs another order waits for this number.
      const number = await nextSupervisionNumber(sql, series, year);
      const signedBy = { id: caller.id, name: caller.name };
      const printed: PrintedSupervision = { ...contents, signedBy, number: documentNumber(series, year, number) };
      const sha256 = createHash('sha256').update(canonicalJson(printed)).digest('hex');
      const { level, department_id: departmentId, due_at: dueAt } = order;
      return { input: { level, departmentId, series, year, number, sha256, ...(dueAt && { dueAt }) }, printed };
    });
  }
}

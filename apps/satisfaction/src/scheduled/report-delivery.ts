import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { signedPost, type PostFault } from '#platform/posting/signed-post';
import { triedAgainAt } from '#platform/posting/tried-again-at';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { TurnWorker } from '#platform/turn-worker';
import { claimDeliveries, settleDelivery, type OwedDelivery } from './delivery-rows';

const batch = 16;
/** Longer than a batch takes at worst: nobody else takes it up meanwhile. */
const leaseMs = 30_000;
/** What could not be told for so long is given up: the file stays where it is. */
const patienceMs = 7 * 24 * 3_600_000;

/** Tells other systems that a report was made, signed and at least once; they fetch the file by their key. */
@Injectable()
export class ReportDelivery extends TurnWorker {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super('word of reports', settings.feedbackSeconds * 1_000);
  }

  protected turn(): Promise<number> {
    return this.tellAll();
  }

  /** Tells what is owed now; answers how many were told. Any number of replicas share the work. */
  async tellAll(): Promise<number> {
    let told = 0;
    for (;;) {
      const at = this.clock.now();
      const owed = await claimDeliveries(this.database.sql, at, new Date(at.getTime() + leaseMs), batch);
      const faults = await Promise.all(owed.map((each) => this.tell(each)));
      told += faults.filter((fault) => fault === null).length;
      if (owed.length < batch || this.isEnding) return told;
    }
  }

  private async tell(owed: OwedDelivery): Promise<PostFault | null> {
    const { reportId, clientId, url, sealed, wrappedKey, name, format, dueAt, madeAt, attempts } = owed;
    const message = {
      ...{ delivery: `report.${reportId}.${clientId}`, kind: 'report', name, format },
      ...{ dueAt: dueAt.toISOString(), madeAt: madeAt.toISOString(), file: `/api/made-reports/${reportId}/file` },
    };
    const at = this.clock.now();
    const fault = await signedPost({ url, secret: this.keys.open(sealed, wrappedKey) }, message, at);
    const nextAt = fault && triedAgainAt(fault, { at, attempts, since: madeAt, patienceMs });
    const state = !fault ? 'told' : nextAt ? 'waiting' : 'given-up';
    await settleDelivery(this.database.sql, owed, { state, nextAt: nextAt ?? at, fault: fault?.fault ?? null });
    return fault;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { IncomingFile } from '#http-api/upload';
import type { Writer } from '#store/writer';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import type { PairHolder } from '#platform/tracking-pairs';
import { Attachments } from '../attachments/attachments';
import { FileReception, type ReceivedFile } from '../attachments/file-reception';
import { CitizenActs, inCitizensWords } from './citizen-acts';

/** Pictures become attachments that the citizen gave: who may see them is as for any such file. */
@Injectable()
export class CitizenPictures {
  constructor(
    private readonly acts: CitizenActs,
    private readonly attachments: Attachments,
    private readonly reception: FileReception,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Refuses before the first byte comes in what would be refused after the last. @throws Refusal */
  async admit(holder: PairHolder): Promise<void> {
    await this.acts.admit('add-picture', holder);
    await this.attachments.admit(holder.ticketId, holder);
  }

  /** @throws Refusal with nothing left of it */
  take(file: IncomingFile): Promise<ReceivedFile> {
    return this.reception.take(file, { maxMegabytes: this.settings.pictureMaxMb, onlyPictures: true });
  }

  /** @throws Refusal */
  keep(ticketId: string, file: ReceivedFile, writer: Writer): Promise<void> {
    const facts = { kind: 'scene', fromCitizen: true } as const;
    return inCitizensWords('add-picture', () => this.attachments.keep(ticketId, file, facts, writer));
  }

  /** Removes what was taken, unless it became an attachment. */
  giveUp({ key }: ReceivedFile): Promise<void> {
    return this.reception.giveUp(key);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { recordFound } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import { readMessageTemplates, seedMessageTemplates } from './message-template-rows';

/** A start gives kinds of messages that are new their first wording, and tells it. */
@Injectable()
export class MessageSeeds implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    const { sql } = this.database;
    await seedMessageTemplates(sql, this.clock.now());
    const templates = (await readMessageTemplates(sql)).map(
      ({ kind, version, text, isOn, atNight }) => [kind, { version, text, isOn, atNight }] as const,
    );
    await recordFound(this.database, this.clock, 'message-template', new Map(templates));
  }
}

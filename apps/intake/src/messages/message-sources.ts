import { Injectable } from '@nestjs/common';
import type { MessageKind } from '#ticket/message-kind';
import { openContact } from '#store/citizen';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { readMessageFacts, type MessageFacts } from '#store/message-facts';
import type { ClaimedMessage } from '#store/message-rows';
import type { Sql } from '#store/sql';
import { Directory } from '#platform/directory';
import type { Listener } from '../posting/signed-post';
import { readMessageSettings, type MessageSettingsRow } from './message-settings-row';
import { readMessageTemplates, type MessageTemplateRow } from './message-template-rows';

/** By what messages are sent now. */
export interface MessageRules {
  readonly settings: MessageSettingsRow;
  readonly listener: Listener | null;
  readonly templates: ReadonlyMap<MessageKind, MessageTemplateRow>;
}

/** What messages are made of. A number is opened only here, for the message that is sent this moment. */
@Injectable()
export class MessageSources {
  constructor(
    private readonly database: Database,
    private readonly keys: KeyRing,
    private readonly directory: Directory,
  ) {}

  get sql(): Sql {
    return this.database.sql;
  }

  departmentName = (id: string): string => this.directory.departmentName(id);

  async rules(): Promise<MessageRules> {
    const settings = await readMessageSettings(this.sql);
    const templates = await readMessageTemplates(this.sql);
    return { settings, listener: this.listener(settings), templates: new Map(templates.map((row) => [row.kind, row])) };
  }

  /** Where the gateway is, and by which secret both sides sign; null while either is not set. */
  listener({ webhookUrl, sealed, wrappedKey }: MessageSettingsRow): Listener | null {
    return webhookUrl && sealed && wrappedKey ? { url: webhookUrl, secret: this.keys.open(sealed, wrappedKey) } : null;
  }

  /** The ticket as it stands and the number it is for; undefined when the ticket is gone. */
  async factsOf(message: ClaimedMessage): Promise<{ facts: MessageFacts; phone: string | null } | undefined> {
    const facts = await readMessageFacts(this.sql, message);
    if (!facts) return undefined;
    const { sealed, wrappedKey } = facts;
    const contact = sealed && wrappedKey && openContact(this.keys, { sealed, wrapped_key: wrappedKey });
    return { facts, phone: contact ? contact.phone : null };
  }
}

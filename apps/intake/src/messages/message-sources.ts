import { Injectable } from '@nestjs/common';
import type { MessageKind } from '#ticket/message-kind';
import { openContact } from '#store/citizen';
import { Database } from '#store/database';
import { KeyRing } from '#store/key-ring';
import { readMessageFacts, type MessageFacts } from '#store/message-facts';
import type { ClaimedMessage } from '#store/message-rows';
import type { Sql } from '#store/sql';
import { Directory } from '#platform/directory';
import type { Listener } from '#platform/posting/signed-post';
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

  /** Tickets as they stand, by the message's id; nothing of a ticket that is gone. */
  factsOf(messages: readonly ClaimedMessage[]): Promise<Map<string, MessageFacts>> {
    return readMessageFacts(this.sql, messages);
  }

  /** @throws Error where it cannot be opened: by a key that this process has not learned yet, or as somebody changed it */
  phoneOf({ sealed, wrappedKey }: MessageFacts): string | null {
    const contact = sealed && wrappedKey && openContact(this.keys, { sealed, wrapped_key: wrappedKey });
    return contact ? contact.phone : null;
  }
}

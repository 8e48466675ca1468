import { Injectable } from '@nestjs/common';
import { Directory } from '#platform/directory';
import { Sessions } from '#platform/sessions';
import { DispatchRules } from '../dispatch-rules';

/** What a process keeps in memory of what a reorganisation changes. */
@Injectable()
export class ReorganisedMemory {
  constructor(
    readonly directory: Directory,
    private readonly rules: DispatchRules,
    private readonly sessions: Sessions,
  ) {}

  async changed(): Promise<void> {
    await this.directory.refresh();
    this.rules.forget();
    this.sessions.forgetAll();
  }
}

import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { fileFormats } from '#http-api/file-format';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { attachmentHeader } from '#platform/attachment-header';
import type { Caller } from '#platform/caller';
import { Handles } from '#platform/handles';
import { UserImport } from './user-import';

/** Many users at once, by a spreadsheet. */
@Controller()
export class UserImportController {
  constructor(private readonly users: UserImport) {}

  @Handles('GET /api/users/import-template')
  async template(
    _input: RouteInput<'GET /api/users/import-template'>,
    _caller: Caller,
    reply: FastifyReply,
  ): Promise<undefined> {
    const file = await this.users.template();
    await reply
      .header('content-disposition', attachmentHeader('用户导入.xlsx'))
      .type(fileFormats.xlsx.type)
      .send(Buffer.from(file));
    return undefined;
  }

  @Handles('POST /api/users/import')
  take({ body }: RouteInput<'POST /api/users/import'>, caller: Caller): Promise<RouteAnswer<'POST /api/users/import'>> {
    return this.users.take(body, caller);
  }
}

import { Controller, Get } from '@nestjs/common';
import { openApi } from '#http-api/open-api';

/** The outside of the house as OpenAPI, made from the same rows that the controllers serve. */
@Controller()
export class OpenApiController {
  private document: object | undefined;

  @Get('api/openapi.json')
  json(): object {
    return (this.document ??= openApi());
  }
}

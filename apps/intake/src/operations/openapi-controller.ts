import { Controller, Get, Header } from '@nestjs/common';
import { openApi } from '#http-api/open-api';
import { apiPage } from '#http-api/api-page';
import { pagePolicy } from '#platform/page-policy';

/** The outside of the house as OpenAPI, made from the same rows that the controllers serve, and as a page to read. */
@Controller()
export class OpenApiController {
  private document: object | undefined;

  @Get('api/openapi.json')
  json(): object {
    return (this.document ??= openApi());
  }

  @Get('api/docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', pagePolicy)
  page(): string {
    return apiPage();
  }
}

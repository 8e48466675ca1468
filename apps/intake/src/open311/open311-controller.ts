import { All, Controller, Get, Inject, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noSuchOperation } from '#platform/no-such-operation';
import { parsed } from '#platform/parse-input';
import { Refusal } from '#platform/problems';
import { SETTINGS } from '#platform/resources';
import type { Settings } from '#platform/settings';
import { formatOf, send, withoutFormat } from './answer-format';
import { Asking } from './asking';
import { discovery } from './discovery';
import { Open311Filter } from './open311-filter';
import { fieldsOf } from './request-form';
import { requestQuery } from './request-query';
import { Requests } from './requests';
import { Services } from './services';

const both = (path: string): string[] => [`${path}.json`, `${path}.xml`];
type Said = Readonly<Record<string, unknown>>;

/** Open311 GeoReport v2: a standard of its own, with formats and errors of its own, and so outside the route table. */
@Controller('open311')
@UseFilters(Open311Filter)
export class Open311Controller {
  constructor(
    private readonly services: Services,
    private readonly requests: Requests,
    private readonly asking: Asking,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(['discovery', ...both('discovery')])
  discovery(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const format = /discovery($|\?)/.test(request.url) ? 'json' : formatOf(request.url);
    send(reply, { format, root: 'discovery' }, discovery(`${request.protocol}://${request.host}/open311/v2`));
  }

  @Get(both('v2/services'))
  list(@Query() query: Said, @Req() { url }: FastifyRequest, @Res() reply: FastifyReply): void {
    this.checkJurisdiction(query);
    send(reply, { format: formatOf(url), root: 'services' }, this.services.list());
  }

  @Get('v2/services/:name')
  definition(
    @Param('name') name: string,
    @Query() query: Said,
    @Req() { url }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    this.checkJurisdiction(query);
    const found = this.services.definition(withoutFormat(name));
    send(reply, { format: formatOf(url), root: 'service_definition' }, found);
  }

  @Post(both('v2/requests'))
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (typeof request.body !== 'string')
      throw new Refusal('unsupported-media-type', '只接受 application/x-www-form-urlencoded 表单');
    const fields = fieldsOf(request.body);
    this.checkJurisdiction(fields);
    const key = request.headers['idempotency-key'];
    const messageId = typeof key === 'string' ? key.slice(0, 200) : undefined;
    const asked = await this.asking.ask({ fields, address: request.ip, messageId });
    send(reply, { format: formatOf(request.url), root: 'service_requests', status: 201 }, asked);
  }

  @Get(both('v2/requests'))
  async search(@Query() query: Said, @Req() { url }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.checkJurisdiction(query);
    const found = await this.requests.list(parsed(requestQuery, query));
    send(reply, { format: formatOf(url), root: 'service_requests' }, found);
  }

  @Get('v2/requests/:name')
  async one(
    @Param('name') name: string,
    @Query() query: Said,
    @Req() { url }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.checkJurisdiction(query);
    const found = await this.requests.one(withoutFormat(name));
    send(reply, { format: formatOf(url), root: 'service_requests' }, found);
  }

  @Get('v2/tokens/:name')
  async token(
    @Param('name') name: string,
    @Query() query: Said,
    @Req() { url }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.checkJurisdiction(query);
    const found = await this.asking.byToken(withoutFormat(name));
    send(reply, { format: formatOf(url), root: 'service_requests' }, found);
  }

  /** Whoever asks for what there is not reads that as they read everything else here. @throws Refusal */
  @All(['', '*'])
  nothing(@Req() request: FastifyRequest): never {
    throw noSuchOperation(request);
  }

  /** This house is one jurisdiction; whoever names another has come to the wrong one. @throws Refusal 404 */
  private checkJurisdiction({ jurisdiction_id: id }: Said): void {
    if (id !== undefined && id !== '' && id !== this.settings.open311Jurisdiction)
      throw new Refusal('not-found', '没有这个 jurisdiction_id');
  }
}

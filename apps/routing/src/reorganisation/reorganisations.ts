import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '#calendar/shanghai-time';
import type { AdminChange } from '#store/admin-chain';
import { Administration } from '#store/administration';
import { Clock } from '#store/clock-now';
import { Database } from '#store/database';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import type { Caller } from '#platform/caller';
import { Refusal } from '#platform/problems';
import { writeChange } from '../catalogue/rule-rows';
import { planned } from './planned';
import { sourcesOf, type AskedReorganisation, type ReorganisationPlan } from './reorganisation-plan';
import { ReorganisationPreview, type Previewed } from './reorganisation-preview';
import { ReorganisedMemory } from './reorganised-memory';
import { addReorganisation, cutParts, runningReorganisations } from './reorganisation-rows';
import { succeedPeople } from './succeeded-people';
import { succeedPlaces } from './succeeded-places';
import { succeedTemplates } from './succeeded-templates';

/** 机构调整: whatever names those that end names their heirs in one transaction, and their open work follows in parts. */
@Injectable()
export class Reorganisations {
  constructor(
    private readonly database: Database,
    private readonly administration: Administration,
    private readonly preview: ReorganisationPreview,
    private readonly clock: Clock,
    private readonly memory: ReorganisedMemory,
  ) {}

  /** @throws Refusal for what cannot be at all */
  async previewed(asked: AskedReorganisation): Promise<{ plan: ReorganisationPlan; found: Previewed }> {
    const plan = planned(asked, this.memory.directory, this.clock.now());
    return { plan, found: await this.preview.of(this.database.lists, plan) };
  }

  /** Answers its id. @throws Refusal when what it would move is not what the preview said, or cannot move */
  async order(asked: AskedReorganisation, caller: Caller): Promise<string> {
    const id = uuidV7(this.clock.now());
    await this.memory.directory.refresh();
    const plan = planned(asked, this.memory.directory, this.clock.now());
    await this.administration.write(
      caller,
      (sql, at) => this.carryOut(sql, { id, plan, asked, at, by: caller.id }),
      id,
    );
    await this.memory.changed();
    return id;
  }

  private async carryOut(sql: Sql, ordered: Ordered): Promise<AdminChange[]> {
    const { id, plan, asked, at, by } = ordered;
    await refuseMeanwhile(sql, plan);
    const found = await this.preview.of(sql, plan);
    refuse(found, asked.fingerprint);
    await addReorganisation(sql, { id, plan, figures: found.figures, by, at });
    const around = { sql, directory: this.memory.directory, at, today: shanghaiDate(at) };
    const places = await succeedPlaces(plan, found.units, id, around);
    const rules: AdminChange[] = [];
    for (const change of found.rules) rules.push(await writeChange(sql, change));
    const isOfDepartments = plan.kind === 'department';
    const people = isOfDepartments ? await succeedPeople(sql, plan) : [];
    const templates = isOfDepartments ? await succeedTemplates(sql, plan, around) : [];
    await cutParts(sql, { id, plan });
    return [ordering(ordered, found), ...places, ...rules, ...people, ...templates];
  }
}

interface Ordered {
  readonly id: string;
  readonly plan: ReorganisationPlan;
  readonly asked: AskedReorganisation;
  readonly at: Date;
  readonly by: string;
}

/** Two at once could pass the same work round in a ring. @throws Refusal */
async function refuseMeanwhile(sql: Sql, plan: ReorganisationPlan): Promise<void> {
  const named = namedIn(plan);
  const running = (await runningReorganisations(sql)).find(
    (each) => each.plan.kind === plan.kind && namedIn(each.plan).some((id) => named.includes(id)),
  );
  if (!running) return;
  const words = running.plan.from.map(({ name }) => name).join('、');
  throw new Refusal('conflict', `“${words}”的调整还在迁移工单，请待其完成后再办理`);
}

const namedIn = (plan: ReorganisationPlan): string[] => [...sourcesOf(plan), ...plan.heirs.map(({ heir }) => heir)];

/** @throws Refusal */
function refuse({ conflicts, fingerprint }: Previewed, known: string | undefined): void {
  if (conflicts.length > 0) throw new Refusal('conflict', conflicts.map(({ label }) => label).join('；'));
  if (known === undefined) throw new Refusal('invalid', '请先预览，再按预览的结果执行');
  if (known !== fingerprint)
    throw new Refusal('conflict', '预览之后又有变化：在办工单、派单目录、账号或下级与预览时不同，请重新预览');
}

const ordering = ({ id, plan }: Ordered, { tickets }: Previewed): AdminChange => ({
  subject: 'reorganisation',
  subjectId: id,
  action: 'create',
  before: null,
  after: { ...reorganisationTold(plan), tickets },
});

/** As administrative events tell it. */
export const reorganisationTold = ({ kind, from, heirs, reason }: ReorganisationPlan) => ({
  kind,
  from: from.map(({ name }) => name),
  into: heirs.map(({ name }) => name),
  reason,
});

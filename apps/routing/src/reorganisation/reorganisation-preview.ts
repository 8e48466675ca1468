import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '#calendar/shanghai-time';
import { states } from '#ticket/state';
import type { ReorganisationFigure } from '#http-api/reorganisation-shapes';
import { canonicalJson } from '#store/canonical-json';
import { Clock } from '#store/clock-now';
import type { Sql } from '#store/sql';
import { uuidV7 } from '#store/uuid-v7';
import { Directory } from '#platform/directory';
import type { CatalogueChange } from '../catalogue/catalogue-change';
import { isFallBack } from '../catalogue/is-fall-back';
import { readRules } from '../catalogue/rule-rows';
import type { Surroundings } from '../catalogue/rule-store';
import { DispatchRules } from '../dispatch-rules';
import { accusedAlone, answeringAfter } from './accused-alone';
import { readNamed } from './named-beside';
import { openWork, workFigureNames, workFigures, type WorkFigure } from './open-work';
import { sourcesOf, type ReorganisationPlan } from './reorganisation-plan';
import { succeededRules } from './succeeded-rules';

export type Figures = Partial<Record<ReorganisationFigure, number>>;

export interface Conflict {
  readonly label: string;
  readonly figure: ReorganisationFigure | null;
}

/** What a reorganisation would move, and by what it is known that nothing of it has changed since. */
export interface Previewed {
  readonly figures: Figures;
  readonly tickets: number;
  readonly conflicts: readonly Conflict[];
  readonly fingerprint: string;
  /** The next versions of the catalogue's rows. */
  readonly rules: readonly CatalogueChange[];
  /** Those just below what ends. */
  readonly units: readonly string[];
}

/** 预览: what would move, counted and not written. */
@Injectable()
export class ReorganisationPreview {
  constructor(
    private readonly directory: Directory,
    private readonly rules: DispatchRules,
    private readonly clock: Clock,
  ) {}

  async of(sql: Sql, plan: ReorganisationPlan): Promise<Previewed> {
    const work = await this.work(sql, plan);
    const beside = await readNamed(sql, plan, this.clock.now());
    const rows = await readRules(sql);
    const rules = succeededRules(plan, rows, this.surroundings(plan), () => uuidV7(this.clock.now()));
    const accused = await this.accused(sql, plan);
    const before = rules.changes.flatMap((change) => change.before ?? []);
    const figures = {
      ...work.figures,
      ...accused.figures,
      rules: before.length,
      fallBacks: before.filter(isFallBack).length,
      ...Object.fromEntries(Object.entries(beside).map(([figure, ids]) => [figure, ids.length])),
    };
    const conflicts = [...accused.conflicts, ...rules.conflicts.map((label) => ({ label, figure: null }))];
    const told = { ...asPlanned(plan), work: work.digest, beside, rules: before.map(({ id }) => id), conflicts };
    const fingerprint = createHash('sha256').update(canonicalJson(told)).digest('hex');
    return { figures, tickets: work.tickets, conflicts, fingerprint, rules: rules.changes, units: beside.units ?? [] };
  }

  /** Tickets by their state, and by what more of them goes along. */
  private async work(
    sql: Sql,
    plan: ReorganisationPlan,
  ): Promise<{ figures: Figures; tickets: number; digest: string }> {
    const heirs = plan.heirs.flatMap(({ heir, founded }) => (founded ? [] : [heir]));
    const counted = plan.kind === 'area' ? [] : workFigureNames;
    const columns = counted.map((name) => `count(*) FILTER (WHERE ${workFigures[name]})::int AS "${name}"`);
    const values: unknown[] = plan.kind === 'area' ? [sourcesOf(plan)] : [sourcesOf(plan), heirs];
    const rows = await sql.query<
      Record<WorkFigure, number> & { state: keyof typeof states; tickets: number; ids: string }
    >(
      `SELECT t.state, count(*)::int AS tickets, md5(string_agg(t.id::text, ',' ORDER BY t.id)) AS ids
         ${columns.map((column) => `, ${column}`).join('')}
       FROM (${openWork[plan.kind]}) o JOIN ticket.ticket t ON t.id = o.id GROUP BY t.state ORDER BY t.state`,
      values,
    );
    const sumOf = (name: WorkFigure): number => rows.reduce((sum, row) => sum + row[name], 0);
    const more = counted.map((name) => [name, sumOf(name)] as const);
    return {
      figures: { ...Object.fromEntries(rows.map((row) => [row.state, row.tickets])), ...Object.fromEntries(more) },
      tickets: rows.reduce((sum, row) => sum + row.tickets, 0),
      digest: rows.map(({ ids }) => ids).join(),
    };
  }

  private async accused(sql: Sql, plan: ReorganisationPlan): Promise<{ figures: Figures; conflicts: Conflict[] }> {
    const answering = answeringAfter(
      { kind: plan.kind, sources: sourcesOf(plan), heirs: plan.heirs.map(({ heir }) => heir) },
      this.directory,
    );
    if (answering.length === 0) return { figures: {}, conflicts: [] };
    const row = await sql.one<{ count: number }>(
      `SELECT count(*)::int AS count FROM ticket.ticket t WHERE ${accusedAlone}`,
      [JSON.stringify(answering)],
    );
    const count = row?.count ?? 0;
    if (count === 0) return { figures: {}, conflicts: [] };
    const label = `${count}件投诉举报在调整后将由被反映单位单独承办，请先改派其他单位，或加派协办单位`;
    return { figures: { accused: count }, conflicts: [{ label, figure: 'accused' }] };
  }

  /** With what is founded by it. */
  private surroundings({ kind, heirs }: ReorganisationPlan): Surroundings {
    const { directory, rules, clock } = this;
    const founded = new Map(
      heirs.flatMap(({ heir, founded: one }) => (one && kind === 'department' ? [[heir, one] as const] : [])),
    );
    const departments = {
      isInForce: (id: string) => founded.has(id) || rules.departments.isInForce(id),
      isTown: (id: string) => founded.get(id)?.group === 'town' || rules.departments.isTown(id),
    };
    return { directory, departments, today: shanghaiDate(clock.now()) };
  }
}

/** A new one has another id each time it is planned. */
const asPlanned = ({ kind, from, heirs }: ReorganisationPlan) => ({
  kind,
  from,
  heirs: heirs.map(({ heir, founded, ...rest }) => ({ ...rest, of: founded ?? heir })),
});

import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#http-api/routes';
import type { SuggestionKind } from '#http-api/suggestion-shapes';
import { Directory } from '#platform/directory';
import { isFallBack } from '../catalogue/is-fall-back';
import { DispatchRules } from '../dispatch-rules';
import { ByCatalogue, type Grounds } from './by-catalogue';
import type { SuggestionModel } from './suggestion-model';
import { SuggestionModels } from './suggestion-models';
import type { Message } from './text-grams';

/** One of the best, with what speaks for it. */
export type Suggested = RouteAnswer<'POST /api/routing/suggest'>['department'][number];

export interface Matter extends Message {
  readonly categoryCode: string | null;
  readonly areaCode: string | null;
}

/** The three best, the best first, and the version that told them: 0 where nothing was learnt yet. */
export interface Suggestions {
  readonly version: number;
  readonly best: readonly Suggested[];
}

/** A label with what is said of it, before it is named. */
interface Judged extends Pick<Suggested, 'probability' | 'isLearnt' | 'isSure' | 'rule'> {
  readonly label: string;
  readonly phrases: readonly string[];
}

type MayBe = (label: string) => boolean;

const mostSuggested = 3;

/** The three likeliest categories and departments of a matter, by what was learnt; before that by rules and keywords alone. */
@Injectable()
export class Suggester {
  constructor(
    private readonly models: SuggestionModels,
    private readonly rules: DispatchRules,
    private readonly byCatalogue: ByCatalogue,
    private readonly directory: Directory,
  ) {}

  /** @param mayLead which departments may be suggested; any that is in force, unless it says otherwise */
  async suggest(matter: Matter, mayLead: MayBe = () => true): Promise<Record<SuggestionKind, Suggestions>> {
    return { category: await this.categories(matter), department: await this.departments(matter, mayLead) };
  }

  private async categories(matter: Matter): Promise<Suggestions> {
    const active = await this.models.active('category');
    const exists: MayBe = (code) => this.directory.categories.has(code);
    const judged = active ? learnt(active.model, matter, exists) : shared(this.byCatalogue.categories(matter));
    const best = judged.slice(0, mostSuggested).map((each) => {
      const name = this.directory.categories.get(each.label)?.name ?? each.label;
      return told(each, { code: each.label, id: each.label, name });
    });
    return { version: active?.version ?? 0, best };
  }

  private async departments(matter: Matter, mayLead: MayBe): Promise<Suggestions> {
    const active = await this.models.active('department');
    const mayBe: MayBe = (id) => Boolean(this.directory.departmentInForce(id)) && mayLead(id);
    // What was learnt of a department is true of whoever took its place.
    const today = (id: string) => this.directory.departmentToday(id, matter);
    const judged = active
      ? await this.withRules(learnt(active.model, matter, mayBe, today), matter, mayBe)
      : shared((await this.byCatalogue.departments(matter)).filter(({ label }) => mayBe(label)));
    const best = judged.slice(0, mostSuggested).map((each) => {
      const { code = '', name = '' } = this.directory.departments.get(each.label) ?? {};
      return told(each, { code, id: each.label, name });
    });
    return { version: active?.version ?? 0, best };
  }

  /** Each with its rule; whom a rule for this very class or place names is among the best, however likely. */
  private async withRules(judged: readonly Judged[], matter: Matter, mayBe: MayBe): Promise<Judged[]> {
    const asked = { ...matter, content: matter.text };
    const candidates = (await this.rules.candidates(asked)).filter(({ leadId }) => mayBe(leadId));
    const ruled = judged.map((each) => ({
      ...each,
      rule: candidates.find(({ leadId }) => leadId === each.label)?.reason ?? null,
    }));
    const [first] = candidates;
    if (!first || isFallBack(first.rule)) return ruled;
    const named = ruled.find(({ label }) => label === first.leadId) ?? unlearnt(first.leadId, first.reason);
    const best = ruled.slice(0, mostSuggested);
    return best.includes(named) ? best : [...best.slice(0, mostSuggested - 1), named];
  }
}

/**
 * Of every label that may be, the likeliest first, with its phrases where it is among the best.
 * @param today what is meant now by a label that was learnt; of several that mean the same the likeliest counts
 */
function learnt(
  model: SuggestionModel,
  matter: Message,
  mayBe: MayBe,
  today: (label: string) => string = (label) => label,
): Judged[] {
  const meant = model.judge(matter).map((each) => ({ ...each, learnt: each.label, label: today(each.label) }));
  const suggestions = meant.filter(
    ({ label }, place) => mayBe(label) && meant.findIndex((other) => other.label === label) === place,
  );
  return suggestions.map(({ learnt: label, ...each }, place) => ({
    ...each,
    ...{ isLearnt: true, rule: null },
    phrases: place < mostSuggested ? model.reasons(matter, label) : [],
  }));
}

/** Of a label that no model knows nothing is known. */
const unlearnt = (label: string, rule: string): Judged => ({
  ...{ label, rule, probability: 0, phrases: [] },
  ...{ isLearnt: false, isSure: false },
});

/** Without a model: how what speaks for each is shared out, with as much as one whole name has for what none of them is. */
function shared(grounds: readonly Grounds[]): Judged[] {
  const total = grounds.reduce((sum, { weight }) => sum + weight, 1);
  return grounds.map(({ label, weight, phrases, rule }) => ({
    ...{ label, phrases, rule, probability: weight / total },
    ...{ isLearnt: false, isSure: false },
  }));
}

function told(
  { probability, isLearnt, isSure, phrases, rule }: Judged,
  named: Pick<Suggested, 'code' | 'id' | 'name'>,
): Suggested {
  return withReasons({ ...named, probability, isLearnt, isSure, phrases: [...phrases], rule });
}

/** With what speaks for it in a clerk's words. */
export const withReasons = (suggested: Omit<Suggested, 'reasons'>): Suggested => ({
  ...suggested,
  reasons: [
    ...(suggested.rule === null ? [] : [suggested.rule]),
    ...suggested.phrases.map((phrase) => `文中提到“${phrase}”`),
  ],
});

import { Injectable } from '@nestjs/common';
import type { SuggestionKind } from '#http-api/suggestion-shapes';
import { Directory } from '#platform/directory';
import { DispatchRules } from '../dispatch-rules';
import { SuggestionModels } from './suggestion-models';
import type { Message } from './text-grams';

/** One of the best, with what speaks for it in a clerk's words. */
export interface Suggested {
  readonly code: string;
  readonly id: string;
  readonly name: string;
  readonly probability: number;
  readonly reasons: string[];
}

interface Matter extends Message {
  readonly categoryCode: string | null;
  readonly areaCode: string | null;
}

const mostSuggested = 3;

/** The three likeliest categories and departments of a matter, by what was learnt; before that by the catalogue alone. */
@Injectable()
export class Suggester {
  constructor(
    private readonly models: SuggestionModels,
    private readonly rules: DispatchRules,
    private readonly directory: Directory,
  ) {}

  async suggest(matter: Matter): Promise<Record<SuggestionKind, Suggested[]>> {
    return { category: await this.categories(matter), department: await this.departments(matter) };
  }

  private async categories(matter: Matter): Promise<Suggested[]> {
    const learnt = await this.learnt('category', matter, (code) => this.directory.categories.has(code));
    return learnt.map(({ label, ...rest }) => {
      const name = this.directory.categories.get(label)?.name ?? label;
      return { code: label, id: label, name, ...rest };
    });
  }

  private async departments(matter: Matter): Promise<Suggested[]> {
    const candidates = await this.rules.candidates({ ...matter, content: matter.text });
    const learnt = await this.learnt('department', matter, (id) => Boolean(this.directory.departmentInForce(id)));
    if (learnt.length === 0) return this.byRules(candidates);
    return learnt.map(({ label, probability, reasons }) => {
      const rule = candidates.find(({ leadId }) => leadId === label);
      return this.department(label, probability, rule ? [rule.reason, ...reasons] : reasons);
    });
  }

  /** A cold start: the more specific a rule, the likelier. */
  private byRules(candidates: Awaited<ReturnType<DispatchRules['candidates']>>): Suggested[] {
    const total = candidates.reduce((sum, { weight }) => sum + weight + 1, 0);
    return candidates
      .slice(0, mostSuggested)
      .map(({ leadId, weight, reason }) => this.department(leadId, (weight + 1) / total, [reason]));
  }

  private department(id: string, probability: number, reasons: string[]): Suggested {
    const { code = '', name = '' } = this.directory.departments.get(id) ?? {};
    return { id, code, name, probability, reasons };
  }

  private async learnt(kind: SuggestionKind, message: Message, stillExists: (label: string) => boolean) {
    const model = await this.models.active(kind);
    const suggestions = model?.judge(message).filter(({ label }) => stillExists(label)) ?? [];
    return suggestions.slice(0, mostSuggested).map(({ label, probability }) => {
      const phrases = model?.reasons(message, label) ?? [];
      return { label, probability, reasons: phrases.map((phrase) => `文中提到“${phrase}”`) };
    });
  }
}

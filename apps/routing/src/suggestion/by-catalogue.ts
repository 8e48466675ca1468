import { Injectable } from '@nestjs/common';
import { Directory } from '#platform/directory';
import { isFallBack } from '../catalogue/is-fall-back';
import { DispatchRules, type Candidate } from '../dispatch-rules';
import { Keywords, type Named } from './keywords';
import type { Matter } from './suggester';

/** What speaks for a label without a model. */
export interface Grounds {
  readonly label: string;
  /** How much, beside other labels. */
  readonly weight: number;
  readonly phrases: readonly string[];
  /** The row of the catalogue that names it. */
  readonly rule: string | null;
}

/** A rule weighs more than any names do, the most specific one most; the fall-back owner less than any of them. */
const [mostOfRule, ofFallBack] = [10, 0.01];
const ruleWeight = (candidate: Candidate, place: number): number =>
  isFallBack(candidate.rule) ? ofFallBack : mostOfRule / (1 + place);
/** By how many guessed categories a department is looked for. */
const guessed = 3;

/** A cold start: by the catalogue, and by what the matter shares with the names of categories and departments. */
@Injectable()
export class ByCatalogue {
  constructor(
    private readonly rules: DispatchRules,
    private readonly directory: Directory,
  ) {}

  categories(matter: Matter): Grounds[] {
    return this.likeCategories(matter).map(({ key, share, phrases }) => ({
      ...{ label: key, weight: share, phrases },
      rule: null,
    }));
  }

  /** By the rules for its class and place, or else for the categories whose names it shares words with. */
  async departments(matter: Matter): Promise<Grounds[]> {
    const asked = { ...matter, content: matter.text };
    const own = await this.rules.candidates(asked);
    const isRuled = own.some((each) => !isFallBack(each.rule));
    const likely = isRuled ? [] : this.likeCategories(matter).slice(0, guessed);
    const guesses = await Promise.all(
      likely.map(async (category) =>
        byGuess(category, await this.rules.candidates({ ...asked, categoryCode: category.key })),
      ),
    );
    const ruled = own.map((each, place) => ({
      ...{ label: each.leadId, weight: ruleWeight(each, place), phrases: [] },
      rule: each.reason,
    }));
    return summed([...ruled, ...guesses.flat(), ...this.likeDepartments(matter)]);
  }

  private likeCategories(matter: Matter): Named[] {
    const { categories } = this.directory;
    return new Keywords([...categories.values()].map(({ code, name }) => ({ key: code, name }))).of(matter);
  }

  private likeDepartments(matter: Matter): Grounds[] {
    const { departments } = this.directory;
    const inForce = [...departments.keys()].flatMap((id) => this.directory.departmentInForce(id) ?? []);
    const named = new Keywords(inForce.map(({ id, name }) => ({ key: id, name }))).of(matter);
    return named.map(({ key, share, phrases }) => ({ label: key, weight: share, phrases, rule: null }));
  }
}

/** What a category that is only guessed says by its rules: as much less as it is less certain. Anything goes to the fall-back owner. */
const byGuess = ({ share, phrases }: Named, candidates: readonly Candidate[]): Grounds[] =>
  candidates
    .filter((each) => !isFallBack(each.rule))
    .map((each, place) => ({
      label: each.leadId,
      weight: share * ruleWeight(each, place),
      phrases,
      rule: each.reason,
    }));

/** Each label once, what speaks for it added up, the strongest first. */
function summed(grounds: readonly Grounds[]): Grounds[] {
  const byLabel = new Map<string, Grounds>();
  for (const each of grounds) {
    const known = byLabel.get(each.label);
    byLabel.set(
      each.label,
      known
        ? {
            label: each.label,
            weight: known.weight + each.weight,
            phrases: [...new Set([...known.phrases, ...each.phrases])],
            rule: known.rule ?? each.rule,
          }
        : each,
    );
  }
  return [...byLabel.values()].sort((left, right) => right.weight - left.weight);
}

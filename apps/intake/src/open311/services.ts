import { Injectable } from '@nestjs/common';
import { Directory, type Category } from '#platform/directory';
import { Refusal } from '#platform/problems';
import { serviceAttributes } from './service-attributes';

/** 服务: the ends of the category tree, which are what somebody can ask for. */
@Injectable()
export class Services {
  constructor(private readonly directory: Directory) {}

  list(): object[] {
    return this.leaves().map((category) => ({
      service_code: category.code,
      service_name: category.name,
      description: [...this.above(category), category.name].join(' / '),
      metadata: true,
      // Registered at once: its number is answered.
      type: 'realtime',
      keywords: this.above(category).join(','),
      group: this.above(category).at(-1) ?? '',
    }));
  }

  /** @throws Refusal 404 for a code that is no service */
  definition(code: string): object {
    this.named(code);
    const attributes = Object.entries(serviceAttributes).map(([attribute, row], index) => ({
      variable: true,
      code: attribute,
      ...row,
      order: index + 1,
    }));
    return { service_code: code, attributes };
  }

  /** @throws Refusal 404 for a code that is no service */
  named(code: string): Category {
    const found = this.leaves().find((each) => each.code === code);
    if (!found) throw new Refusal('not-found', '没有这个 service_code');
    return found;
  }

  private leaves(): Category[] {
    const all = [...this.directory.categories.values()];
    const parents = new Set(all.map(({ parentCode }) => parentCode));
    return all.filter(({ code }) => !parents.has(code));
  }

  /** The names of the categories above, the topmost first. */
  private above({ parentCode }: Category): string[] {
    const parent = parentCode === null ? undefined : this.directory.categories.get(parentCode);
    return parent ? [...this.above(parent), parent.name] : [];
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '#store/database';
import { isUuid } from '#store/uuid-v7';
import { Directory } from '#platform/directory';
import { refusalAt } from '#platform/problems';

interface Officer {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string;
}

const select = `SELECT id, name, department_id AS "departmentId" FROM ticket.account
  WHERE disabled_at IS NULL AND roles && '{handler,officer}'`;

/** The people of departments who handle tickets. */
@Injectable()
export class Officers {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  /** Those of these departments and the units below them. */
  async of(departmentIds: readonly string[]) {
    const units = departmentIds.flatMap((id) => this.directory.departmentAndBelow(id));
    const rows = await this.database.lists.query<Officer & Record<string, unknown>>(
      `${select} AND department_id = ANY($1) ORDER BY name, id LIMIT 500`,
      [units],
    );
    return rows.map(({ id, name, departmentId }) => ({
      id,
      name,
      department: { id: departmentId, name: this.directory.departmentName(departmentId) },
    }));
  }

  /** @throws Refusal when there is no such person */
  async one(id: string): Promise<Officer> {
    const found = isUuid(id)
      ? await this.database.sql.one<Officer & Record<string, unknown>>(`${select} AND id = $1`, [id])
      : undefined;
    if (!found) throw refusalAt('officerId', '没有这位承办人员');
    return found;
  }
}

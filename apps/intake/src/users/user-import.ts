import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#http-api/routes';
import { inputFault } from '#http-api/input-fault';
import { userInput } from '#http-api/user-shapes';
import { Database } from '#store/database';
import type { Caller } from '#platform/caller';
import { Directory } from '#platform/directory';
import { Refusal } from '#platform/problems';
import { emptySheet, readSheet, rolesOf, type SheetRow } from './user-sheet';
import { UserStore, type NewUser } from './user-store';

type Outcome = RouteAnswer<'POST /api/users/import'>;

/** People by the sheet: each row is taken or refused by itself, and one that is known already is left as it is. */
@Injectable()
export class UserImport {
  constructor(
    private readonly users: UserStore,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  template(): Promise<Uint8Array> {
    const inForce = [...this.directory.departments.values()].filter(({ id }) => this.directory.departmentInForce(id));
    return emptySheet(inForce.map(({ name }) => name));
  }

  /** @throws Refusal for a file that is no such sheet, with nobody added */
  async take(file: Uint8Array, caller: Caller): Promise<Outcome> {
    const rows = await readSheet(file);
    const known = await this.known(rows.map(({ username }) => username));
    const outcome: Outcome = { created: [], unchanged: 0, refused: [] };
    for (const row of rows) {
      if (known.has(row.username)) outcome.unchanged += 1;
      else await this.takeRow(row, caller, outcome);
    }
    return outcome;
  }

  private async takeRow(row: SheetRow, caller: Caller, outcome: Outcome): Promise<void> {
    const { line, username, name } = row;
    try {
      const { password } = await this.users.add(this.userOf(row), caller);
      outcome.created.push({ line, username, name, password });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcome.refused.push({ line, reason: error.detail });
    }
  }

  private userOf({ username, name, roles, department }: SheetRow): NewUser {
    const { held, unknown } = rolesOf(roles);
    if (unknown.length > 0) throw new Refusal('invalid', `没有这个岗位：${unknown.join('、')}`);
    const departmentId = department ? this.departmentNamed(department) : null;
    const read = userInput.safeParse({ username, name, roles: held, departmentId }, { error: inputFault });
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    const field = fieldWords[String(issue?.path[0])] ?? '';
    throw new Refusal('invalid', `${field}${issue?.message ?? '有误'}`);
  }

  /** By name or by code. */
  private departmentNamed(text: string): string {
    const found = [...this.directory.departments.values()].filter(({ name, code }) => name === text || code === text);
    const [department, another] = found;
    if (!department) throw new Refusal('invalid', `没有这个单位：${text}`);
    if (another) throw new Refusal('invalid', `有几个单位叫“${text}”，请填单位编码`);
    return department.id;
  }

  private async known(usernames: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.sql.query<{ username: string }>(
      `SELECT username FROM ticket.account WHERE username = ANY($1)`,
      [usernames],
    );
    return new Set(rows.map(({ username }) => username));
  }
}

const fieldWords: Readonly<Record<string, string>> = { username: '用户名', name: '姓名', roles: '岗位' };

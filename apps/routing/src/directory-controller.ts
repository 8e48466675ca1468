import { Controller } from '@nestjs/common';
import { areaView, categoryView, departmentView } from '#http-api/directory-shapes';
import type { RouteAnswer, RouteInput } from '#http-api/routes';
import { NotFound } from '#store/store-errors';
import type { Caller } from '#platform/caller';
import { pageOf } from '#platform/cursor';
import { Directory, type Category } from '#platform/directory';
import { Handles } from '#platform/handles';
import { Renders } from '#platform/renders';
import { DirectoryReading, type AreaView } from './directory-reading';
import { DirectoryStore } from './directory-store';

/** Departments, areas and categories: read by everybody, kept by the administrator. */
@Controller()
export class DirectoryController {
  constructor(
    private readonly directory: Directory,
    private readonly store: DirectoryStore,
    private readonly reading: DirectoryReading,
    renders: Renders,
  ) {
    // The first write may have come through another replica, or a moment ago: its row is in the database, not here yet.
    renders.add(departmentView, async ({ reference }) => {
      await directory.refresh();
      return this.department(reference);
    });
    // Areas and categories are named by their code, which a repeated write brings along.
    renders.add(areaView, async ({ body, params }) => {
      await directory.refresh();
      return this.area(params['code'] ?? codeOf(body));
    });
    renders.add(categoryView, async ({ body, params }) => {
      await directory.refresh();
      return this.category(params['code'] ?? codeOf(body));
    });
  }

  @Handles('GET /api/departments')
  departments({ query }: RouteInput<'GET /api/departments'>): Promise<RouteAnswer<'GET /api/departments'>> {
    const all = this.reading.departments(query.asOf);
    return Promise.resolve(pageOf(all, ({ id }) => id, query));
  }

  @Handles('POST /api/departments')
  async addDepartment(
    { body }: RouteInput<'POST /api/departments'>,
    caller: Caller,
  ): Promise<RouteAnswer<'POST /api/departments'>> {
    return this.department(await this.store.addDepartment(body, caller));
  }

  @Handles('PATCH /api/departments/:id')
  async editDepartment(
    { params, body }: RouteInput<'PATCH /api/departments/:id'>,
    caller: Caller,
  ): Promise<RouteAnswer<'PATCH /api/departments/:id'>> {
    this.department(params.id);
    await this.store.editDepartment(params.id, body, caller);
    return this.department(params.id);
  }

  @Handles('GET /api/areas')
  areas({ query }: RouteInput<'GET /api/areas'>): Promise<RouteAnswer<'GET /api/areas'>> {
    return Promise.resolve(pageOf(this.reading.areas(query.asOf), ({ code }) => code, query));
  }

  @Handles('POST /api/areas')
  async addArea({ body }: RouteInput<'POST /api/areas'>, caller: Caller): Promise<AreaView> {
    await this.store.addArea(body, caller);
    return this.area(body.code);
  }

  @Handles('PATCH /api/areas/:code')
  async editArea({ params, body }: RouteInput<'PATCH /api/areas/:code'>, caller: Caller): Promise<AreaView> {
    await this.store.editPlace('area', params.code, body, caller);
    return this.area(params.code);
  }

  @Handles('GET /api/categories')
  categories({ query }: RouteInput<'GET /api/categories'>): Promise<RouteAnswer<'GET /api/categories'>> {
    return Promise.resolve(pageOf([...this.directory.categories.values()], ({ code }) => code, query));
  }

  @Handles('POST /api/categories')
  async addCategory({ body }: RouteInput<'POST /api/categories'>, caller: Caller): Promise<Category> {
    await this.store.addCategory(body, caller);
    return this.category(body.code);
  }

  @Handles('PATCH /api/categories/:code')
  async editCategory({ params, body }: RouteInput<'PATCH /api/categories/:code'>, caller: Caller): Promise<Category> {
    await this.store.editPlace('category', params.code, body, caller);
    return this.category(params.code);
  }

  private department(id: string): RouteAnswer<'POST /api/departments'> {
    const found = this.reading.departments().find((each) => each.id === id);
    if (!found) throw new NotFound('department');
    return found;
  }

  private area(code: string): AreaView {
    const found = this.reading.areas().find((each) => each.code === code);
    if (!found) throw new NotFound('area');
    return found;
  }

  private category(code: string): Category {
    const found = this.directory.categories.get(code);
    if (!found) throw new NotFound('category');
    return found;
  }
}

const codeOf = (body: unknown): string => (body as { code?: string }).code ?? '';

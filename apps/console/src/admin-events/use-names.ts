import { useMemo } from 'react';
import { useAreas, useCategories, useDepartments } from '../directory/use-directory';
import type { Names } from './names';

/** The directories' names of today. */
export function useNames(): Names {
  const [departments, areas, categories] = [useDepartments(), useAreas(), useCategories()];
  return useMemo(() => {
    const byId = new Map(departments.map(({ id, name }) => [id, name]));
    const byArea = new Map(areas.map(({ code, name }) => [code, name]));
    const byCategory = new Map(categories.map(({ code, name }) => [code, name]));
    return {
      department: (id) => byId.get(id) ?? id,
      area: (code) => byArea.get(code) ?? code,
      category: (code) => byCategory.get(code) ?? code,
    };
  }, [departments, areas, categories]);
}

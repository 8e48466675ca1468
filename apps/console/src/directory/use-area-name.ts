import { useAreas } from './use-directory';

/** What an area is called; a code nobody knows is shown as it is. */
export function useAreaName(code: string | null): string | null {
  const areas = useAreas();
  return areas.find((area) => area.code === code)?.name ?? code;
}

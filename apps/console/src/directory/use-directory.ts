import { useAnswer } from '../api/use-answer';

/** Directories change rarely; a page that lives all day asks again every ten minutes. */
const rarely = { staleTime: 600_000 };

export const useDepartments = () => useAnswer('GET /api/departments', {}, rarely).data?.items ?? none;
export const useAreas = () => useAnswer('GET /api/areas', {}, rarely).data?.items ?? none;
export const useCategories = () => useAnswer('GET /api/categories', {}, rarely).data?.items ?? none;

const none: never[] = [];

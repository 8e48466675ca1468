import type { FormRule } from 'antd';
import type { z } from 'zod';
import { inputFault } from '#http-api/input-fault';

/** The rule of a field by the shape in which the server takes it: both refuse the same, in the same words. Nothing typed is nothing wrong. */
export const shapedBy = (shape: z.ZodType): FormRule => ({
  validator(_rule, typed: unknown) {
    if (typed === null || typed === undefined || typed === '') return Promise.resolve();
    const fault = shape.safeParse(typed, { error: inputFault }).error?.issues[0]?.message;
    return fault === undefined ? Promise.resolve() : Promise.reject(new Error(fault));
  },
});

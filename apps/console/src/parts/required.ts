/** The rule of a field that must be filled in. */
export const required = [{ required: true, message: '请填写' }];

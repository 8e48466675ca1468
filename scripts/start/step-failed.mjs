/** A step of the start failed, and its message says all a person needs; a stack trace would only bury it. */
export class StepFailed extends Error {}

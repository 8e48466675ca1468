import type { FormRule } from 'antd';
import { foundInWords, identityFound } from '#ticket/identity-found';
import { redactIdentity } from '#ticket/redact-identity';

/** Says what would tell who somebody is, once the field is left. It may be the department's own number: the writer decides. */
export const namesSomebody: FormRule = {
  warningOnly: true,
  validateTrigger: 'onBlur',
  validator(_rule, text: string | undefined) {
    const found = identityFound(text ?? '', redactIdentity(text ?? ''));
    return found.length === 0
      ? Promise.resolve()
      : Promise.reject(new Error(`其中有${foundInWords(found)}，诉求人的请删去`));
  },
};

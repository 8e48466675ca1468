import type { FormInstance } from 'antd';
import { useState } from 'react';
import { useUser } from '../identity/session';
import type { Values } from '../moves/field-row';
import { draftOf, dropDraft, keepDraft } from './drafts';
import { isPlain } from './is-plain';
import { leafPaths } from './leaf-paths';
import { overlaid } from './overlaid';

/** Keeps what is typed into a form until it is sent. `initial` is what an empty one holds. */
export function useDraft(form: FormInstance<Values>, name: string, initial: Values = {}) {
  const key = `${useUser().id} ${name}`;
  const [isRestored, setRestored] = useState(() => draftOf(key) !== undefined);
  const [initialValues] = useState(() => overlaid(initial, draftOf(key) ?? {}));
  const onValuesChange = (changed: Values): void => {
    // Only what was typed: the rest may be another's by the time this is found again.
    keepDraft(key, overlaid(draftOf(key) ?? {}, changed));
    // What was wrong with a field is about what it held then.
    form.setFields(leafPaths(changed).map((path) => ({ name: path, errors: [] })));
  };
  const drop = (): void => {
    dropDraft(key);
    setRestored(false);
  };
  const discard = (): void => {
    drop();
    form.setFieldsValue({ ...emptied(form.getFieldsValue()), ...initial });
  };
  return { isRestored, initialValues, onValuesChange, drop, discard };
}

const emptied = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isPlain(value) ? emptied(value) : undefined]),
  );

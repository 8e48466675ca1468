import { Checkbox } from 'antd';
import { roleNames, roles, type Role } from '#ticket/role';
import { roleScopes, scopeOf, scopeRefusal } from './role-scopes';

interface RoleInputProps {
  readonly id?: string;
  readonly value?: readonly Role[];
  readonly onChange?: (value: Role[]) => void;
}

/** The roles of the hotline and those of a department; once one is chosen, only those of its kind go with it. */
export function RoleInput({ id, value = [], onChange }: RoleInputProps) {
  const scope = scopeOf(value);
  return (
    <div id={id} role="group" aria-label="岗位" className="role-input">
      {roleScopes.map((each) => (
        <div key={each.scope}>
          <div className="quiet">
            {each.label}
            {scope && scope !== each.scope && `（${scopeRefusal}）`}
          </div>
          <Checkbox.Group<Role>
            value={[...value]}
            onChange={(chosen) => onChange?.(chosen)}
            options={roleNames
              .filter((role) => roles[role].scope === each.scope)
              .map((role) => ({
                value: role,
                label: roles[role].label,
                disabled: scope !== null && scope !== each.scope,
              }))}
          />
        </div>
      ))}
    </div>
  );
}

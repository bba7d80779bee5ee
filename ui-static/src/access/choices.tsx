import type { JSX } from "preact";
import { type Role, ROLES } from "./roles";

/** Check boxes for roles, all of the same name in the form. */
export function RoleChoices(props: { legend: string; name: string; offered: readonly Role[]; chosen: readonly string[] }): JSX.Element {
  return (
    <fieldset class="choices">
      <legend>{props.legend}</legend>
      {ROLES.filter(([role]) => props.offered.includes(role)).map(([role, may]) => (
        <label key={role} class="row check">
          <input type="checkbox" name={props.name} value={role} defaultChecked={props.chosen.includes(role)} />
          <span>
            <b>{role}</b> <span class="muted">{may}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function RoleTags({ roles }: { roles: readonly string[] }): JSX.Element {
  return (
    <span class="tags">
      {roles.map((role) => (
        <span key={role} class="tag">
          {role}
        </span>
      ))}
    </span>
  );
}

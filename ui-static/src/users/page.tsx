// Who may use this installation: for administrators to change, for auditors to read.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { RoleTags } from "../access/choices";
import { changeUsers, readUsers } from "../access/roles";
import { api } from "../api/client";
import type { User } from "../api/types";
import { useListing } from "../app/load";
import { can } from "../app/session";
import { date } from "../ui/format";
import { Bones, Failed, Note, PageFoot } from "../ui/parts";
import { AddUser, ChangeUser } from "./dialogs";

export function UsersPage(): JSX.Element {
  if (!can(readUsers)) {
    return (
      <Note icon="warn" title="Users are for administrators and auditors" fill page>
        <a class="button" href="#/account">
          Your account
        </a>
      </Note>
    );
  }
  return <Users />;
}

function Users(): JSX.Element {
  const list = useListing("users", (cursor, signal) => api.users({ cursor, limit: 100 }, signal));
  const open = useSignal<User | "new" | null>(null);
  const close = () => (open.value = null);
  const changes = can(changeUsers);
  return (
    <div class="users">
      <div class="queue-head">
        <h1>Users</h1>
        <p class="muted grow">Users are disabled, never removed: decisions name who made them.</p>
        {changes ? (
          <button type="button" class="button" onClick={() => (open.value = "new")}>
            Add a user
          </button>
        ) : null}
      </div>
      <section class="card" aria-label="Users">
        {list.first.kind === "failed" ? (
          <Failed error={list.first.error} what="The list of users" onRetry={list.retry} />
        ) : list.first.kind === "loading" && list.rows.length === 0 ? (
          <Bones rows={6} label="Loading users" />
        ) : (
          <>
            <UserTable rows={list.rows} {...(changes ? { onChange: (user: User) => (open.value = user) } : {})} />
            <PageFoot shown={list.rows.length} total={list.total} what="users" more={list.more} busy={list.busy} onMore={list.loadMore} />
            {list.wrong === null ? null : <Failed error={list.wrong} what="The rest of the list" onRetry={list.loadMore} />}
          </>
        )}
      </section>
      {open.value === "new" ? <AddUser onClose={close} onChanged={list.retry} /> : null}
      {open.value !== null && open.value !== "new" ? <ChangeUser key={open.value.name} user={open.value} onClose={close} onChanged={list.retry} /> : null}
    </div>
  );
}

function UserTable({ rows, onChange }: { rows: readonly User[]; onChange?: (user: User) => void }): JSX.Element {
  return (
    <div class="table-wrap" tabIndex={0} role="region" aria-label="Table of users">
      <table class="users-table">
        <thead>
          <tr>
            <th>Name</th>
            <th>Roles</th>
            <th>State</th>
            <th>Second factor</th>
            <th>Password</th>
            <th>Last changed</th>
            {onChange === undefined ? null : (
              <th>
                <span class="hidden-text">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((user) => (
            <tr key={user.name}>
              <td class="break">
                <b>{user.name}</b>
              </td>
              <td>
                <RoleTags roles={user.roles} />
              </td>
              <td>
                <span class={user.state === "active" ? "pill good" : "pill bad"}>{user.state === "active" ? "Active" : "Disabled"}</span>
              </td>
              <td>{user.secondFactor ? "yes" : "no"}</td>
              <td class="nowrap">{user.installation ? "a file of the home" : user.signOn ? "at the identity provider" : user.passwordDue ? "to be chosen" : date(user.passwordAt)}</td>
              <td class="nowrap">
                {date(user.changedAt)}
                {user.changedBy === null ? null : <span class="muted"> by {user.changedBy}</span>}
              </td>
              {onChange === undefined ? null : (
                <td class="num">
                  <button type="button" class="button small" aria-label={`Change ${user.name}`} onClick={() => onChange(user)}>
                    Change
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

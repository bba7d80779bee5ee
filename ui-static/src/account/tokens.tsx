// One's own tokens, which programs act with.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { RoleChoices, RoleTags } from "../access/choices";
import { ConfirmButton } from "../access/confirm";
import { Field, Mistake, SmallForm } from "../access/form";
import { ShownOnce } from "../access/once";
import { scopesFor } from "../access/roles";
import { api } from "../api/client";
import type { Token, TokenWithSecret } from "../api/types";
import { type Listing, useListing } from "../app/load";
import { date, words } from "../ui/format";
import { Bones, Failed, Note, PageFoot } from "../ui/parts";
import { dayAfter, LONGEST_DAYS, startOf } from "./expiry";

export function Tokens({ roles }: { roles: readonly string[] }): JSX.Element {
  const list = useListing("tokens", (cursor, signal) => api.tokens({ cursor, limit: 50 }, signal));
  const open = useSignal(false);
  const made = useSignal<TokenWithSecret | null>(null);
  return (
    <section class="card wide" aria-label="Tokens">
      <div class="card-head">
        <h2 class="grow">Tokens</h2>
        {open.value ? null : (
          <button type="button" class="button small" onClick={() => (open.value = true)}>
            New token
          </button>
        )}
      </div>
      {made.value === null ? null : (
        <div class="pad">
          <ShownOnce title={`Token “${made.value.token.name}”`} secret={made.value.secret} what="token" onGone={() => (made.value = null)} />
        </div>
      )}
      {open.value ? (
        <NewToken
          roles={roles}
          onCancel={() => (open.value = false)}
          onMade={(token) => {
            made.value = token;
            open.value = false;
            list.retry();
          }}
        />
      ) : null}
      <TokenList list={list} />
    </section>
  );
}

function NewToken({ roles, onMade, onCancel }: { roles: readonly string[]; onMade: (made: TokenWithSecret) => void; onCancel: () => void }): JSX.Element {
  const now = new Date();
  return (
    <div class="pad tokens-form">
      <SmallForm
        button="Make token"
        busy="Making…"
        onSend={async (field, form) => {
          const scopes = form.getAll("scopes").map(String);
          if (scopes.length === 0) throw new Mistake("Choose at least one scope.");
          onMade(await api.makeToken(field("name"), scopes, startOf(field("until"))));
        }}
        more={
          <button type="button" class="button quiet" onClick={onCancel}>
            Cancel
          </button>
        }
      >
        <Field label="What it is for" name="name" maxLength={100} autocomplete="off" autofocus suspect />
        <RoleChoices legend="What it may, of what you may" name="scopes" offered={scopesFor(roles)} chosen={[]} />
        <Field
          label="Good until"
          name="until"
          type="date"
          min={dayAfter(now, 1)}
          max={dayAfter(now, LONGEST_DAYS)}
          defaultValue={dayAfter(now, 90)}
          hint={`The beginning of that day (UTC), ${LONGEST_DAYS} days from now at most.`}
        />
      </SmallForm>
    </div>
  );
}

const STANDING: Record<Token["standing"], string> = { good: "pill good", expired: "pill warn", revoked: "pill bad", "owner-disabled": "pill bad" };

function TokenList({ list }: { list: Listing<Token> }): JSX.Element {
  if (list.first.kind === "failed") return <Failed error={list.first.error} what="The list of tokens" onRetry={list.retry} />;
  if (list.first.kind === "loading" && list.rows.length === 0) return <Bones rows={2} label="Loading tokens" />;
  if (list.rows.length === 0) {
    return (
      <Note icon="none" title="No tokens">
        <p>Programs send a token with each request and act in your name, within its scopes.</p>
      </Note>
    );
  }
  return (
    <>
      <div class="table-wrap" tabIndex={0} role="region" aria-label="Table of tokens">
        <table>
          <thead>
            <tr>
              <th>Name</th>
              <th>Scopes</th>
              <th>Standing</th>
              <th>Until</th>
              <th>Last used</th>
              <th>
                <span class="hidden-text">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((token) => (
              <tr key={token.id}>
                <td>
                  {token.name} <span class="mono muted">{token.id}</span>
                </td>
                <td>
                  <RoleTags roles={token.scopes} />
                </td>
                <td>
                  <span class={STANDING[token.standing]}>{words(token.standing)}</span>
                </td>
                <td class="nowrap">{date(token.expiresAt)}</td>
                <td class="nowrap">{date(token.lastUsed)}</td>
                <td>
                  {token.standing === "good" ? (
                    <ConfirmButton
                      text="Revoke"
                      label={`Revoke ${token.name}`}
                      question="What uses it stops working."
                      onDo={async () => {
                        await api.revokeToken(token.id);
                        list.retry();
                      }}
                    />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PageFoot shown={list.rows.length} total={list.total} what="tokens" more={list.more} busy={list.busy} onMore={list.loadMore} />
      {list.wrong === null ? null : <Failed error={list.wrong} what="The rest of the list" onRetry={list.loadMore} />}
    </>
  );
}

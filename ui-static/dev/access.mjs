// The mock's users, sessions and tokens. Everybody's password is iolaus, every code of a device 123456.
// `new` has everything due, `dev` has a second factor, `vic` only looks, `aud` audits, `ann` leads.

import { ok, page, problem } from "./answers.mjs";

const AT = "2026-03-02T09:14:00Z", HOURS = 3_600_000;
const users = new Map(), sessions = new Map(), tokens = [];
const random = (n) => Array.from({ length: n }, () => "abcdefghijkmnpqrstuvwxyz23456789"[Math.floor(Math.random() * 32)]).join("");
const grouped = (text) => text.match(/.{1,4}/g).join("-");

function add(name, roles, more = {}) {
  const user = { name, roles, state: "active", version: 1, passwordDue: false, secondFactor: false, installation: name === "admin", createdAt: AT, createdBy: "admin", changedAt: AT, changedBy: "admin", passwordAt: AT, password: "iolaus", ...more };
  users.set(name, user);
  return user;
}
add("admin", ["administrator"], { createdBy: null, changedBy: null });
add("ann", ["lead", "detector-author"]);
add("aud", ["auditor"]);
add("dev", ["analyst"], { secondFactor: true });
add("eve", ["analyst"], { state: "disabled", version: 4 });
add("new", ["lead"], { passwordDue: true, enrols: true });
add("nightly-export", ["ingest"], { passwordDue: true });
add("vic", ["viewer"]);
tokens.push(
  { id: "ahc3kq7d", owner: "admin", name: "nightly export", scopes: ["viewer"], standing: "good", createdAt: AT, expiresAt: "2027-03-01T00:00:00Z", lastUsed: "2026-11-22", revokedAt: null, revokedBy: null },
  { id: "zz91mm2p", owner: "admin", name: "trial", scopes: ["analyst", "viewer"], standing: "revoked", createdAt: AT, expiresAt: "2026-12-01T00:00:00Z", lastUsed: null, revokedAt: AT, revokedBy: "admin" },
);

const due = (s, u) => (u.secondFactor && !s.factor ? "second-factor" : u.passwordDue ? "new-password" : u.enrols && !u.secondFactor ? "enrolment" : null);
const standing = (s, u) => ({ user: u.name, roles: u.roles, due: due(s, u), secondFactor: u.secondFactor, installation: u.installation, endsAt: new Date(s.since + 12 * HOURS).toISOString() });
const shown = ({ password, enrols, ...user }) => user;
const end = (name, but) => sessions.forEach((s, key) => { if (s.user === name && s !== but) sessions.delete(key); });
const codeOk = (code) => code === "123456" || /^(\w{4}-){3}\w{4}$/.test(code);

function own(method, path, body, s, u, key) {
  switch (`${method} ${path}`) {
    case "GET /session": return ok(standing(s, u));
    case "DELETE /session": sessions.delete(key); return { status: 204, cookie: "XSRF-TOKEN=; Max-Age=0; Path=/" };
    case "DELETE /sessions": end(u.name); return { status: 204 };
    case "POST /session/second-factor":
      if (!codeOk(body.code)) return problem(403, "code-wrong", "The code is wrong, too old or was used before; codes change every 30 seconds");
      s.factor = true;
      return ok(standing(s, u));
    case "POST /session/password":
      if (u.installation) return problem(400, "parameter-invalid", "the password of admin is the file secrets/admin.password of the home: change it there and start the server again");
      if (body.current !== u.password) return problem(403, "password-wrong", "The current password is another one");
      if (body.password.length < 12) return problem(400, "parameter-invalid", `a password has 12..256 characters, this one has ${body.password.length}`);
      Object.assign(u, { password: body.password, passwordDue: false, passwordAt: new Date().toISOString() });
      end(u.name, s);
      return ok(standing(s, u));
    case "POST /session/second-factor/enrolment": return ok({ secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", uri: `otpauth://totp/Iolaus:${u.name}?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Iolaus` });
    case "POST /session/second-factor/confirmation":
      if (!codeOk(body.code)) return problem(403, "code-wrong", "The code is wrong, too old or was used before; codes change every 30 seconds");
      u.secondFactor = s.factor = true;
      return ok({ session: standing(s, u), recoveryCodes: Array.from({ length: 10 }, () => grouped(random(16))) });
  }
  return null;
}

function signIn({ username, password }) {
  const u = users.get(username);
  if (!u || u.state !== "active" || u.password !== password) return problem(401, "login-failed", "Wrong user or password");
  const key = random(20), s = { user: username, factor: false, since: Date.now() };
  sessions.set(key, s);
  return { ...ok(standing(s, u)), cookie: `SESSION=${key}; HttpOnly; SameSite=Strict; Path=/` };
}

function administration(method, path, body, by, ifMatch, q) {
  const m = /^\/users(?:\/([^/]+))?(\/.+)?$/.exec(path);
  if (!m) return null;
  const admin = by.roles.includes("administrator");
  if (!admin && !(by.roles.includes("auditor") && method === "GET")) return problem(403, "forbidden", "Not allowed for the roles of this user");
  if (!m[1] && method === "GET") return ok(page([...users.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map(shown), q, 50));
  if (!m[1]) {
    if (users.has(body.name)) return problem(409, "user-exists", `There is or was a user ${body.name} already`);
    const password = grouped(random(20));
    return { status: 201, body: { user: shown(add(body.name, body.roles, { password, passwordDue: true, createdBy: by.name })), password } };
  }
  const u = users.get(decodeURIComponent(m[1]));
  if (!u) return problem(404, "user-not-found", `There is no user ${m[1]}`);
  if (method === "GET") return ok(shown(u));
  if (method === "PATCH") {
    if (ifMatch !== `"${u.version}"`) return problem(412, "user-changed", `${u.name} was changed to version ${u.version} meanwhile; read it again`);
    if (u.installation && [...users.values()].every((x) => x === u || x.state !== "active" || !x.roles.includes("administrator"))) return problem(409, "last-administrator", `${u.name} is the last active administrator: make another one first`);
    Object.assign(u, body, { version: u.version + 1, changedBy: by.name, changedAt: new Date().toISOString() });
  }
  end(u.name);
  if (m[2] === "/sessions") return { status: 204 };
  if (m[2] === "/second-factor") u.secondFactor = false;
  if (m[2] !== "/password-reset") return ok(shown(u));
  u.passwordDue = true;
  return ok({ user: shown(u), password: (u.password = grouped(random(20))) });
}

function ownTokens(method, path, body, by, q) {
  if (path === "/tokens" && method === "GET") return ok(page(tokens.filter((t) => t.owner === by.name), q, 50));
  if (path === "/tokens") {
    const token = { id: random(8), owner: by.name, name: body.name, scopes: body.scopes, standing: "good", createdAt: new Date().toISOString(), expiresAt: body.expiresAt, lastUsed: null, revokedAt: null, revokedBy: null };
    tokens.unshift(token);
    return { status: 201, body: { token, secret: `iol_${token.id}_${random(43)}_${random(6)}` } };
  }
  const t = tokens.find((x) => path === `/tokens/${x.id}` && x.owner === by.name);
  if (!t) return path.startsWith("/tokens") ? problem(404, "token-not-found", "There is no such token") : null;
  return ok(Object.assign(t, { standing: "revoked", revokedAt: new Date().toISOString(), revokedBy: by.name }));
}

/** The answer of what concerns access, a refusal, or null for whoever may go on to the rest. */
export function access(req, path, body, key, q) {
  const { method } = req;
  if (method !== "GET" && !req.headers["x-xsrf-token"]) return problem(403, "csrf-token-invalid", "Send the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN");
  if (method === "POST" && path === "/session") return signIn(body);
  const s = sessions.get(key), u = s && users.get(s.user);
  if (!u) return problem(401, "unauthenticated", "Sign in first");
  const first = due(s, u);
  if (first === null || path.startsWith("/session")) {
    return own(method, path, body, s, u, key) ?? administration(method, path, body, u, req.headers["if-match"], q) ?? ownTokens(method, path, body, u, q);
  }
  return problem(403, `${first}-due`, "Something has to be done first");
}

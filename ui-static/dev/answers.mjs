// What the mock's answers are made of.

export const problem = (status, code, detail) => ({ status, body: { status, code, title: code, detail }, type: "application/problem+json" });
export const ok = (body) => ({ status: 200, body });
export const page = (all, q, fallback) => {
  const limit = Math.min(500, Number(q.get("limit") ?? fallback)), from = Number(q.get("cursor") ?? 0), items = all.slice(from, from + limit);
  return { items, shown: items.length, total: all.length, reason: from + limit < all.length ? "page" : null, next: from + limit < all.length ? String(from + limit) : null };
};

package io.iolaus.api.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// For each operation requests that must succeed on [io.iolaus.api.server.SmallGraph], in an order
/// in which they do: what is there cannot be told from a description.
final class Examples {

  /// A request.
  ///
  /// @param operation as `GET /api/v1/clusters/{id}`
  /// @param address path and query; `$OPERATION` stands for where the answer to that one pointed
  /// @param body null for none
  /// @param status what must come
  record Example(String operation, String address, @Nullable String body, int status) {}

  /// Operations that are not asked here, and who asks them.
  static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("GET /api/v1/alerts/stream", "never ends: AlertsIT"),
          Map.entry("POST /api/v1/alerts/{run}/{number}/redeliver", "AlertDeliveryIT"),
          Map.entry("GET /api/v1/acts/{id}/stream", "goes on with the act: BulkActsIT"),
          Map.entry("POST /api/v1/acts/{id}/start", "needs If-Match: BulkActsIT"),
          Map.entry("POST /api/v1/acts/{id}/approval", "needs If-Match: BulkActsIT"),
          Map.entry("POST /api/v1/acts/{id}/cancellation", "needs If-Match: BulkActsIT"),
          Map.entry("POST /api/v1/acts/{id}/undo", "needs If-Match: BulkActsIT"),
          Map.entry("POST /api/v1/events", "EventsIT"),
          Map.entry("GET /api/v1/batches/{id}/rejections", "EventsIT"),
          Map.entry("GET /api/v1/previews/{id}", "needs the role detect: ExplainIT"),
          Map.entry("GET /api/v1/entities/account/explanation", "ExplainIT"),
          Map.entry("GET /api/v1/clusters/{id}/explanation", "ExplainIT"),
          Map.entry("GET /api/v1/clusters/{id}/members/explanation", "ExplainIT"),
          Map.entry("GET /api/v1/clusters/{id}/subgraph/bundles/{key}", "RestIT"),
          Map.entry("POST /api/v1/detectors", "DetectorRoutesIT"),
          Map.entry("POST /api/v1/detectors/{id}/versions/{version}/approval", "DetectorRoutesIT"),
          Map.entry("POST /api/v1/detectors/{id}/retirement", "DetectorRoutesIT"),
          Map.entry("DELETE /api/v1/sessions", "needs a session: UsersIT"),
          Map.entry("GET /api/v1/session/sign-on", "needs a provider: SignOnIT"),
          Map.entry("GET /api/v1/session/sign-on/return", "needs a provider: SignOnIT"),
          Map.entry("POST /api/v1/session/password", "needs a session: UsersIT"),
          Map.entry("POST /api/v1/session/second-factor", "needs a session: UsersIT"),
          Map.entry("POST /api/v1/session/second-factor/enrolment", "needs a session: UsersIT"),
          Map.entry("POST /api/v1/session/second-factor/confirmation", "needs a session: UsersIT"),
          Map.entry("POST /api/v1/cases/{id}/attachments", "bytes: CasesIT"),
          Map.entry("GET /api/v1/cases/{id}/attachments/{number}/content", "CasesIT"),
          Map.entry("POST /api/v1/cases/{id}/attachments/{number}/removal", "CasesIT"),
          Map.entry("POST /api/v1/cases/{id}/hand-over", "bytes: HandOverIT"),
          Map.entry("PATCH /api/v1/cases/{id}", "needs If-Match: CasesIT"),
          Map.entry("PATCH /api/v1/cases/{id}/comments/{number}", "needs If-Match: CasesIT"),
          Map.entry("PATCH /api/v1/users/{name}", "needs If-Match: UsersIT"),
          Map.entry("DELETE /api/v1/users/{name}/second-factor", "UsersIT"),
          Map.entry("DELETE /api/v1/users/{name}/sessions", "UsersIT"));

  private static final List<Example> ALL = new ArrayList<>();

  static {
    get("/api/v1/status", "/api/v1/status");
    get("/api/v1/session", "/api/v1/session");
    get("/api/v1/session/sign-on/provider", "/api/v1/session/sign-on/provider");
    get("/api/v1/metrics", "/api/v1/metrics");
    get(
        "/api/v1/clusters",
        "/api/v1/clusters",
        "/api/v1/clusters?q=alder",
        "/api/v1/clusters?organization=org-alder");
    get("/api/v1/clusters/{id}", "/api/v1/clusters/c-1", "/api/v1/clusters/c-2");
    get("/api/v1/clusters/{id}/attribution", "/api/v1/clusters/c-2/attribution");
    get("/api/v1/clusters/{id}/members", "/api/v1/clusters/c-1/members");
    get("/api/v1/clusters/{id}/subgraph", "/api/v1/clusters/c-1/subgraph");
    get(
        "/api/v1/clusters/export",
        "/api/v1/clusters/export",
        "/api/v1/clusters/export?format=ndjson");
    get("/api/v1/clusters/{id}/members/export", "/api/v1/clusters/c-1/members/export");
    get(
        "/api/v1/clusters/{id}/export",
        "/api/v1/clusters/c-1/export",
        "/api/v1/clusters/c-1/export?format=gexf",
        "/api/v1/clusters/c-1/export?format=ndjson",
        "/api/v1/clusters/c-1/export?format=csv");
    get("/api/v1/clusters/{id}/lineage", "/api/v1/clusters/c-1/lineage");
    get("/api/v1/clusters/{id}/life", "/api/v1/clusters/c-0/life");
    get("/api/v1/lineage", "/api/v1/lineage");
    get(
        "/api/v1/entities/{type}",
        "/api/v1/entities/account?id=acc-1",
        "/api/v1/entities/ip?id=203.0.113.7",
        "/api/v1/entities/network?id=203.0.113.0/24",
        "/api/v1/entities/payment?id=-:pi_7Qx",
        "/api/v1/entities/organization?id=org-alder",
        "/api/v1/entities/cluster?id=c-1");
    get(
        "/api/v1/entities/{type}/neighbours",
        "/api/v1/entities/account/neighbours?id=acc-1",
        "/api/v1/entities/ip/neighbours?id=203.0.113.7",
        "/api/v1/entities/ip/neighbours?id=203.0.113.7&neighbour=account&minWeight=1");
    get(
        "/api/v1/entities/{type}/neighbours/counts",
        "/api/v1/entities/ip/neighbours/counts?id=203.0.113.7");
    get(
        "/api/v1/entities/{type}/neighbours/export",
        "/api/v1/entities/ip/neighbours/export?id=203.0.113.7");
    get(
        "/api/v1/paths",
        "/api/v1/paths?fromType=account&from=acc-1&toType=account&to=acc-4",
        "/api/v1/paths?fromType=account&from=acc-1&toType=account&to=acc-7",
        "/api/v1/paths?fromType=ip&from=203.0.113.7&toType=payment&to=-:pi_7Qx");
    get("/api/v1/search", "/api/v1/search?q=acc", "/api/v1/search?q=ip:203.0.113.0/24");
    get("/api/v1/search/status", "/api/v1/search/status");
    get("/api/v1/detectors", "/api/v1/detectors");
    get("/api/v1/detectors/precision", "/api/v1/detectors/precision");
    get("/api/v1/detectors/{id}", "/api/v1/detectors/shared-instrument");
    get("/api/v1/detectors/{id}/runs", "/api/v1/detectors/shared-instrument/runs");
    get("/api/v1/detectors/{id}/versions", "/api/v1/detectors/shared-instrument/versions");
    get("/api/v1/detectors/{id}/backtests", "/api/v1/detectors/shared-instrument/backtests");
    get("/api/v1/runs", "/api/v1/runs");
    get("/api/v1/statements", "/api/v1/statements");
    get("/api/v1/alerts", "/api/v1/alerts");
    get("/api/v1/batches", "/api/v1/batches");
    get("/api/v1/batches/{id}", "/api/v1/batches/b-1");
    post("/api/v1/runs", "/api/v1/runs", null, 409);
    post(
        "/api/v1/clusters/{id}/previews",
        "/api/v1/clusters/c-1/previews",
        """
        {"ignoring": ["ip:203.0.113.7"]}\
        """,
        409);
    post("/api/v1/search/prompts", "/api/v1/search/prompts", "Translate this letter", 200);
    post(
        "/api/v1/subgraphs",
        "/api/v1/subgraphs",
        """
        {"entities": [{"type": "account", "id": "acc-1"}, {"type": "ip", "id": "none"}]}\
        """,
        200);
    post(
        "/api/v1/decisions",
        "/api/v1/decisions",
        """
        {"kind": "different", "reason": "two teams", "accounts": ["acc-7", "acc-8"]}\
        """,
        201);
    post(
        "/api/v1/subgraphs/export",
        "/api/v1/subgraphs/export?format=gexf",
        """
        {"entities": [{"type": "account", "id": "acc-1"}, {"type": "account", "id": "acc-2"}]}\
        """,
        200);
    get("/api/v1/decisions", "/api/v1/decisions");
    get("/api/v1/decisions/export", "/api/v1/decisions/export");
    get("/api/v1/decisions/{id}", "$POST /api/v1/decisions");
    post(
        "/api/v1/decisions/{id}/withdrawal",
        "$POST /api/v1/decisions/withdrawal",
        "{\"reason\": \"one team\"}",
        200);
    post(
        "/api/v1/acts",
        "/api/v1/acts",
        """
        {"kind": "false-positive", "reason": "one team", "members": {"cluster": "c-1"}}\
        """,
        201);
    get("/api/v1/acts", "/api/v1/acts?state=proposed");
    get("/api/v1/acts/{id}", "$POST /api/v1/acts");
    get("/api/v1/acts/{id}/accounts", "$POST /api/v1/acts/accounts");
    post(
        "/api/v1/suppressions",
        "/api/v1/suppressions",
        """
        {"scope": "ip:198.51.100.1", "reason": "a library", "until": "UNTIL"}\
        """,
        201);
    get("/api/v1/suppressions", "/api/v1/suppressions?all=true");
    get("/api/v1/suppressions/{id}", "$POST /api/v1/suppressions");
    post("/api/v1/suppressions/{id}/end", "$POST /api/v1/suppressions/end", null, 200);
    post(
        "/api/v1/cases",
        "/api/v1/cases",
        """
        {"title": "One card, six accounts", "priority": "high", "assignee": "admin", "tags": ["cards"]}\
        """,
        201);
    get("/api/v1/cases", "/api/v1/cases", "/api/v1/cases?status=open&overdue=false&tag=cards");
    get("/api/v1/cases/{id}", "$POST /api/v1/cases");
    post(
        "/api/v1/cases/{id}/items",
        "$POST /api/v1/cases/items",
        """
        {"items": [{"type": "cluster", "id": "c-1"}, {"type": "account", "id": "acc-7"}], "reason": "one card"}\
        """,
        200);
    get("/api/v1/cases/{id}/items", "$POST /api/v1/cases/items");
    get("/api/v1/cases/{id}/items/export", "$POST /api/v1/cases/items/export");
    post(
        "/api/v1/cases/{id}/items/removal",
        "$POST /api/v1/cases/items/removal",
        """
        {"items": [{"type": "account", "id": "acc-7"}], "reason": "a neighbour"}\
        """,
        200);
    post(
        "/api/v1/cases/{id}/comments",
        "$POST /api/v1/cases/comments",
        "{\"text\": \"Asked the *bank*\"}",
        201);
    get("/api/v1/cases/{id}/comments", "$POST /api/v1/cases/comments");
    get("/api/v1/cases/{id}/comments/{number}", "$POST /api/v1/cases/{id}/comments");
    ALL.add(
        new Example(
            "DELETE /api/v1/cases/{id}/comments/{number}",
            "$POST /api/v1/cases/{id}/comments",
            null,
            204));
    get("/api/v1/cases/{id}/attachments", "$POST /api/v1/cases/attachments");
    get("/api/v1/cases/{id}/history", "$POST /api/v1/cases/history");
    post(
        "/api/v1/users",
        "/api/v1/users",
        """
        {"name": "ann", "roles": ["analyst"]}\
        """,
        201);
    get("/api/v1/users", "/api/v1/users");
    get("/api/v1/users/{name}", "/api/v1/users/ann");
    post("/api/v1/users/{name}/password-reset", "/api/v1/users/ann/password-reset", null, 200);
    post(
        "/api/v1/tokens",
        "/api/v1/tokens",
        """
        {"name": "reports", "scopes": ["viewer"], "expiresAt": "UNTIL"}\
        """,
        201);
    get("/api/v1/tokens", "/api/v1/tokens");
    get("/api/v1/tokens/{id}", "$POST /api/v1/tokens");
    ALL.add(new Example("DELETE /api/v1/tokens/{id}", "$POST /api/v1/tokens", null, 200));
    post(
        "/api/v1/session",
        "/api/v1/session",
        """
        {"username": "admin", "password": "PASSWORD"}\
        """,
        200);
    ALL.add(new Example("DELETE /api/v1/session", "/api/v1/session", null, 204));
    get("/api/v1/audit", "/api/v1/audit", "/api/v1/audit?act=login&outcome=allowed");
    get("/api/v1/audit/export", "/api/v1/audit/export", "/api/v1/audit/export?format=csv");
  }

  private Examples() {}

  static List<Example> all() {
    return ALL;
  }

  private static void get(String path, String... addresses) {
    for (String address : addresses) {
      ALL.add(new Example("GET " + path, address, null, 200));
    }
  }

  private static void post(String path, String address, @Nullable String body, int status) {
    ALL.add(new Example("POST " + path, address, body, status));
  }
}

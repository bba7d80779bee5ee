package io.iolaus.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.security.Logins;
import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.core.access.Totp;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/// What people and programs live through with users, second factors and tokens.
@Neo4jTest
class UsersIT {

  private static final String OWN = "my own long password";

  private static IolausServer server;
  private static Client admin;

  @BeforeAll
  static void start(Driver driver, Home home) {
    server =
        IolausServer.start(
            driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    admin = Client.basic(server, home.secret("admin.password"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode ok(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Client.parse(answer);
  }

  private static void problem(HttpResponse<String> answer, int status, String code) {
    assertThat(ok(answer, status).get("code").asString()).isEqualTo(code);
  }

  private static String given(String name, String roles) {
    return ok(
            admin.send(
                "POST", "/api/v1/users", "{\"name\":\"%s\",\"roles\":[%s]}".formatted(name, roles)),
            201)
        .get("password")
        .asString();
  }

  @Test
  void aNewUserChoosesAPasswordBeforeAnythingElse() {
    String given = given("new.user", "\"analyst\"");
    HttpResponse<String> login = Logins.login(server, "new.user", given);
    assertThat(ok(login, 200).get("due").asString()).isEqualTo("new-password");
    Client session = Logins.following(server, login);
    problem(session.get("/api/v1/clusters"), 403, "new-password-due");
    problem(
        Client.basic(server, "new.user", given).get("/api/v1/clusters"),
        401,
        "second-factor-missing");

    problem(choose(session, given, "short"), 400, "parameter-invalid");
    problem(choose(session, "wrong", OWN), 403, "password-wrong");
    HttpResponse<String> changed = choose(session, given, OWN);
    assertThat(ok(changed, 200).get("due").isNull()).isTrue();
    // The old id is worth nothing.
    assertThat(session.get("/api/v1/session").statusCode()).isEqualTo(401);
    Client now = Logins.following(server, changed);
    assertThat(now.get("/api/v1/clusters").statusCode()).isEqualTo(200);
    problem(now.get("/api/v1/users"), 403, "forbidden");
    assertThat(Logins.login(server, "new.user", given).statusCode()).isEqualTo(401);
    assertThat(Client.basic(server, "new.user", OWN).get("/api/v1/clusters").statusCode())
        .isEqualTo(200);
  }

  private static HttpResponse<String> choose(Client session, String current, String password) {
    return session.send(
        "POST",
        "/api/v1/session/password",
        "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(current, password));
  }

  private static Client established(String name, String roles) {
    String given = given(name, roles);
    return Logins.following(server, choose(Logins.session(server, name, given), given, OWN));
  }

  @Test
  void changesAreOfWhatWasReadAndEndSessions() {
    Client session = established("changing", "\"viewer\"");
    HttpResponse<String> read = admin.get("/api/v1/users/changing");
    String tag = read.headers().firstValue("ETag").orElseThrow();
    String analyst = "{\"roles\":[\"analyst\"]}";
    problem(admin.send("PATCH", "/api/v1/users/changing", analyst), 428, "if-match-missing");
    JsonNode now =
        ok(admin.with("If-Match", tag).send("PATCH", "/api/v1/users/changing", analyst), 200);
    assertThat(now.get("roles").get(0).asString()).isEqualTo("analyst");
    assertThat(now.get("changedBy").asString()).isEqualTo("admin");
    problem(
        admin.with("If-Match", tag).send("PATCH", "/api/v1/users/changing", analyst),
        412,
        "user-changed");
    assertThat(session.get("/api/v1/session").statusCode()).isEqualTo(401);
    problem(admin.get("/api/v1/users/nobody"), 404, "user-not-found");
    problem(
        admin.send("POST", "/api/v1/users", "{\"name\":\"changing\",\"roles\":[\"viewer\"]}"),
        409,
        "user-exists");
    problem(
        admin.send("POST", "/api/v1/users", "{\"name\":\"x1\",\"roles\":[\"root\"]}"),
        400,
        "parameter-invalid");
    problem(
        admin
            .with("If-Match", "\"0\"")
            .send("PATCH", "/api/v1/users/admin", "{\"state\":\"disabled\"}"),
        409,
        "last-administrator");
    assertThat(admin.json("/api/v1/users").get("items").toString()).doesNotContain("s1.", "argon2");
  }

  @Test
  void aSecondFactorIsAskedForAndEachCodeIsGoodOnce() {
    Client session = established("factor", "\"analyst\"");
    JsonNode enrolment =
        ok(session.send("POST", "/api/v1/session/second-factor/enrolment", "{}"), 200);
    Totp totp = Totp.of(enrolment.get("secret").asString());
    assertThat(enrolment.get("uri").asString()).startsWith("otpauth://totp/Iolaus:factor?");
    problem(code(session, "/confirmation", "000000"), 403, "code-wrong");
    Instant now = Instant.now();
    JsonNode confirmed = ok(code(session, "/confirmation", totp.code(now)), 200);
    assertThat(confirmed.at("/session/secondFactor").asBoolean()).isTrue();
    String recovery = confirmed.at("/recoveryCodes/0").asString();

    Client half = Logins.session(server, "factor", OWN);
    assertThat(half.json("/api/v1/session").get("due").asString()).isEqualTo("second-factor");
    problem(half.get("/api/v1/clusters"), 403, "second-factor-due");
    problem(code(half, "", totp.code(now)), 403, "code-wrong");
    HttpResponse<String> whole = code(half, "", totp.code(now.plusSeconds(30)));
    assertThat(ok(whole, 200).get("due").isNull()).isTrue();
    assertThat(half.get("/api/v1/session").statusCode()).isEqualTo(401);
    assertThat(Logins.following(server, whole).get("/api/v1/clusters").statusCode()).isEqualTo(200);
    problem(
        Client.basic(server, "factor", OWN).get("/api/v1/clusters"), 401, "second-factor-missing");

    Client lost = Logins.session(server, "factor", OWN);
    assertThat(ok(code(lost, "", recovery), 200).get("due").isNull()).isTrue();
    Client again = Logins.session(server, "factor", OWN);
    problem(code(again, "", recovery), 403, "code-wrong");
    for (int i = 1; i < 5; i++) {
      problem(code(again, "", "000000"), 403, "code-wrong");
    }
    problem(code(again, "", "000000"), 429, "too-many-attempts");

    ok(admin.send("DELETE", "/api/v1/users/factor/second-factor", null), 200);
    assertThat(ok(Logins.login(server, "factor", OWN), 200).get("due").isNull()).isTrue();
  }

  private static HttpResponse<String> code(Client session, String route, String code) {
    return session.send(
        "POST", "/api/v1/session/second-factor" + route, "{\"code\":\"" + code + "\"}");
  }

  @Test
  void aTokenActsForItsOwnerWithinItsScopesUntilItIsRevoked() {
    Client session = established("tokens", "\"analyst\"");
    problem(session.send("POST", "/api/v1/tokens", token("\"lead\"")), 400, "parameter-invalid");
    JsonNode made = ok(session.send("POST", "/api/v1/tokens", token("\"viewer\"")), 201);
    String id = made.at("/token/id").asString();
    Client program = Client.bearer(server, made.get("secret").asString());
    assertThat(program.get("/api/v1/clusters").statusCode()).isEqualTo(200);
    assertThat(program.json("/api/v1/session").get("user").asString()).isEqualTo("tokens");
    problem(program.send("POST", "/api/v1/runs", null), 403, "forbidden");
    problem(program.send("POST", "/api/v1/tokens", token("\"viewer\"")), 403, "forbidden");
    JsonNode listed = session.json("/api/v1/tokens");
    assertThat(listed.get("total").asInt()).isEqualTo(1);
    assertThat(listed.at("/items/0/standing").asString()).isEqualTo("good");
    assertThat(listed.at("/items/0/lastUsed").isNull()).isFalse();
    assertThat(listed.toString()).doesNotContain(made.get("secret").asString());
    problem(session.get("/api/v1/tokens?all=true"), 403, "forbidden");
    assertThat(admin.json("/api/v1/tokens?all=true").get("total").asInt()).isPositive();

    Client other = established("stranger", "\"lead\"");
    problem(other.get("/api/v1/tokens/" + id), 404, "token-not-found");
    problem(other.send("DELETE", "/api/v1/tokens/" + id, null), 404, "token-not-found");
    assertThat(
            ok(session.send("DELETE", "/api/v1/tokens/" + id, null), 200)
                .get("standing")
                .asString())
        .isEqualTo("revoked");
    assertThat(program.get("/api/v1/clusters").statusCode()).isEqualTo(401);
  }

  private static String token(String scopes) {
    return "{\"name\":\"nightly\",\"scopes\":[%s],\"expiresAt\":\"%s\"}"
        .formatted(scopes, Instant.now().plus(Duration.ofDays(30)));
  }

  @Test
  void loggingOutEverywhereEndsAllSessions() {
    Client one = established("everywhere", "\"viewer\"");
    Client other = Logins.session(server, "everywhere", OWN);
    assertThat(one.send("DELETE", "/api/v1/sessions", null).statusCode()).isEqualTo(204);
    assertThat(one.get("/api/v1/session").statusCode()).isEqualTo(401);
    assertThat(other.get("/api/v1/session").statusCode()).isEqualTo(401);
  }
}

package io.iolaus.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.Routes;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.core.access.Totp;
import io.iolaus.core.access.UserRole;
import io.iolaus.cypher.access.SecondFactorStore;
import io.iolaus.cypher.access.TokenStore;
import io.iolaus.cypher.access.UserState;
import io.iolaus.cypher.access.UserStore;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/// Every route of the running server, with every role in every state, against `routes.txt`. The
/// routes are those that Spring knows, the file is read here by other means than by the server.
@Neo4jTest
class AccessMatrixIT {

  /// Answered to nobody from outside: what the container forwards to itself, a second form of the
  /// description, parts of the health.
  private static final List<String> FOR_NOBODY =
      List.of("/error", "/openapi.yaml", "/api/v1/health/**");

  private static final Set<String> ENDING =
      Set.of("DELETE /api/v1/session", "DELETE /api/v1/sessions");

  private static final String ENROLS = "iolaus.security.second-factor-roles";

  private static final String PASSWORD = "a long enough sentence";

  private static IolausServer server;
  private static Home home;
  private static UserStore users;
  private static SecondFactorStore factors;
  private static TokenStore tokens;
  private static String hash;
  private static String asset;
  private static int made;

  @BeforeAll
  static void start(Driver driver, Home atHome) {
    home = atHome;
    System.setProperty(ENROLS, "lead");
    try {
      server =
          IolausServer.start(
              driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    } finally {
      System.clearProperty(ENROLS);
    }
    Clock clock = Clock.systemUTC();
    users = new UserStore(driver, home.accessKey(), clock);
    factors = new SecondFactorStore(driver, users, home.accessKey(), clock);
    tokens = new TokenStore(driver, home.accessKey(), clock);
    hash = new PasswordHashes().hash(PASSWORD);
    asset = asset();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /// A row of the file, by the names of its columns.
  private static Map<String, Map<String, String>> file() throws Exception {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    String[] columns = {};
    try (InputStream in = RouteMatrix.class.getResourceAsStream("routes.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n")) {
        if (line.isBlank() || line.charAt(0) == '#') {
          continue;
        }
        String[] cells = line.trim().split(" +");
        if (columns.length == 0) {
          columns = cells;
          continue;
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
          row.put(columns[i], cells[i]);
        }
        assertThat(rows.put(cells[0] + " " + cells[1], row)).as(line).isNull();
      }
    }
    return rows;
  }

  /// Somebody who asks.
  ///
  /// @param due the letter that the file has for what is due, empty for nothing
  /// @param roles none of who is not logged in
  private record Asking(
      String who, Supplier<Client> client, Set<UserRole> roles, String due, boolean token) {

    boolean may(Map<String, String> row) {
      if (row == null) {
        return false;
      }
      return row.get("anyone").equals("x")
          || ((due.isEmpty() || row.get("due").contains(due))
              && (!token || row.get("token").equals("x"))
              && roles.stream().anyMatch(role -> row.get(role.text()).equals("x")));
    }
  }

  private static String user(UserRole... roles) {
    String name = "user-" + made++;
    users.add(name, Set.of(roles), hash, "test");
    users.password(name, hash, false, name);
    return name;
  }

  private static Totp enrolled(String name) {
    Totp totp = factors.begin(name).orElseThrow();
    factors.confirm(name, totp.code(Instant.now())).orElseThrow();
    return totp;
  }

  private static Client session(String name) {
    return Logins.session(server, name, PASSWORD);
  }

  private static Client token(String owner, UserRole scope) {
    Instant end = Instant.now().plus(Duration.ofDays(1));
    return Client.bearer(
        server, tokens.make(owner, "test", Set.of(scope), end).orElseThrow().token().text());
  }

  private static List<Asking> everybody() {
    List<Asking> all = new ArrayList<>();
    all.add(new Asking("nobody", AccessMatrixIT::anonymous, Set.of(), "", false));
    all.add(new Asking("an ended session", AccessMatrixIT::ended, Set.of(), "", false));
    all.add(new Asking("a disabled user", AccessMatrixIT::disabled, Set.of(), "", false));
    for (UserRole role : UserRole.values()) {
      Set<UserRole> roles = Set.of(role);
      if (!role.isForPrograms() && role != UserRole.LEAD) {
        String name = user(role);
        all.add(new Asking(role.text(), () -> session(name), roles, "", false));
      }
      String owner = user(role);
      all.add(new Asking(role.text() + "'s token", () -> token(owner, role), roles, "", true));
      String over = user(UserRole.ADMINISTRATOR);
      all.add(
          new Asking(
              "token of an administrator for " + role.text(),
              () -> token(over, role),
              roles,
              "",
              true));
    }
    all.add(
        new Asking(
            "a token beyond its owner",
            () -> token(user(UserRole.ANALYST), UserRole.LEAD),
            Set.of(),
            "",
            true));
    all.add(
        new Asking(
            "lead with a second factor", AccessMatrixIT::lead, Set.of(UserRole.LEAD), "", false));
    String enrols = user(UserRole.LEAD, UserRole.ADMINISTRATOR);
    Set<UserRole> most = Set.of(UserRole.LEAD, UserRole.ADMINISTRATOR);
    all.add(new Asking("due to enrol", () -> session(enrols), most, "e", false));
    String fresh = user(UserRole.ADMINISTRATOR);
    users.password(fresh, hash, true, "test");
    all.add(
        new Asking(
            "due a password", () -> session(fresh), Set.of(UserRole.ADMINISTRATOR), "p", false));
    String half = user(UserRole.ADMINISTRATOR);
    enrolled(half);
    all.add(
        new Asking("due a code", () -> session(half), Set.of(UserRole.ADMINISTRATOR), "f", false));
    for (UserRole role : List.of(UserRole.INGEST, UserRole.METRICS)) {
      String secret = home.secret(role.text() + ".password");
      all.add(
          new Asking(
              "account " + role.text(),
              () -> Client.basic(server, role.text(), secret),
              Set.of(role),
              "",
              false));
    }
    String basic = user(UserRole.ANALYST);
    all.add(
        new Asking(
            "an analyst by Basic",
            () -> Client.basic(server, basic, PASSWORD),
            Set.of(UserRole.ANALYST),
            "",
            false));
    all.add(
        new Asking(
            "account admin",
            () -> Client.basic(server, home.secret("admin.password")),
            Set.of(UserRole.ADMINISTRATOR),
            "",
            false));
    return all;
  }

  private static Client anonymous() {
    String token = Logins.cookie(Client.anonymous(server).get("/api/v1/session"), "XSRF-TOKEN");
    return Client.anonymous(server).with("Cookie", token, "X-XSRF-TOKEN", Logins.value(token));
  }

  private static Client ended() {
    String name = user(UserRole.ADMINISTRATOR);
    Client session = session(name);
    users.endSessions(name, "test");
    seen();
    return session;
  }

  private static Client disabled() {
    String name = user(UserRole.ADMINISTRATOR);
    Client session = session(name);
    users.change(name, null, UserState.DISABLED, null, "test");
    seen();
    return session;
  }

  /// What another process changed is seen within a second.
  private static void seen() {
    try {
      Thread.sleep(1_100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Client lead() {
    String name = user(UserRole.LEAD);
    Totp totp = enrolled(name);
    // The code of this step confirmed it.
    String next = totp.code(Instant.now().plusSeconds(30));
    HttpResponse<String> answer =
        session(name).send("POST", "/api/v1/session/second-factor", "{\"code\":\"" + next + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Logins.following(server, answer);
  }

  @Test
  void whoMayWhatIsWhatTheFileSays() throws Exception {
    Map<String, Map<String, String>> file = file();
    // Those that end sessions come last, each in one of its own.
    List<String> routes =
        Routes.of(server).stream().sorted(Comparator.comparing(ENDING::contains)).toList();
    assertThat(routes).hasSizeGreaterThan(60);
    List<String> wrong = new ArrayList<>();
    for (Asking asking : everybody()) {
      Client client = asking.client().get();
      for (String route : routes) {
        Client one = ENDING.contains(route) ? asking.client().get() : client;
        String refusal = refusal(ask(one, route));
        Map<String, String> row = file.get(route);
        boolean expected = asking.may(row);
        if (expected != refusal.isEmpty()
            || (!expected
                && asking.roles().isEmpty()
                && !asking.token()
                && !refusal.equals("401 unauthenticated"))) {
          wrong.add(
              asking.who() + ": " + route + (expected ? " is refused: " : " is open: ") + refusal);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theFileAndTheServerKnowTheSameRoutes() throws Exception {
    Set<String> routes = new TreeSet<>(Routes.of(server));
    routes.removeIf(route -> FOR_NOBODY.contains(route.substring(route.indexOf(' ') + 1)));
    assertThat(new TreeSet<>(file().keySet())).isEqualTo(routes);
  }

  @Test
  void everyRouteIsOpenToSomebody() throws Exception {
    file()
        .forEach((route, row) ->
            assertThat(row.values().stream().filter("x"::equals)).as(route).isNotEmpty());
  }

  /// A file that is there: what is not, is not told from what is refused.
  private static String asset() {
    Matcher asset =
        Pattern.compile("assets/[^\"]+").matcher(Client.anonymous(server).get("/").body());
    assertThat(asset.find()).isTrue();
    return "/" + asset.group();
  }

  private static HttpResponse<String> ask(Client client, String route) {
    String[] parts = route.split(" ");
    String path =
        parts[1]
            .replace("/assets/**", asset)
            .replace("/swagger-ui/**", "/swagger-ui/swagger-ui.css")
            .replace("/swagger-ui/*", "/swagger-ui/")
            .replaceAll("\\{.*?}|\\*\\*", "x");
    // A stream of alerts has no end.
    String query = path.endsWith("/stream") ? "?after=nowhere" : "";
    return client.send(parts[0], path + query, parts[0].equals("GET") ? null : "{}");
  }

  /// Why a request was not let in, empty if it was: what the route then said of it does not matter.
  private static String refusal(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status != 401 && status != 403 && status != 404 && status != 405) {
      return "";
    }
    String code = answer.body().isEmpty() ? "" : Client.parse(answer).path("code").asString("");
    boolean refused =
        status == 401
            || Arrays.asList(
                    "forbidden",
                    "route-not-found",
                    "method-not-allowed",
                    "csrf-token-invalid",
                    "second-factor-due",
                    "new-password-due",
                    "enrolment-due")
                .contains(code);
    return refused ? status + " " + code : "";
  }
}

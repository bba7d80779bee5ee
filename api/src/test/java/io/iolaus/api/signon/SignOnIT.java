package io.iolaus.api.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.sun.net.httpserver.HttpServer;
import io.iolaus.api.security.Logins;
import io.iolaus.api.server.Client;
import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.Role;
import io.iolaus.api.server.ServerOptions;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.test.Neo4jTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.JsonNode;

/// People who come by the site's identity provider, and those who only say so.
@Neo4jTest
class SignOnIT {

  private static final String BEGIN = "/api/v1/session/sign-on";

  private static TestProvider provider;

  /// Where administrators make the users.
  private static IolausServer server;

  /// Where groups of the provider have roles.
  private static IolausServer grouped;

  private static Client admin;

  @BeforeAll
  static void start(Driver driver, Home home) throws Exception {
    provider = new TestProvider();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("IOLAUS_SIGN_ON_ISSUER", provider.issuer());
    settings.put("IOLAUS_SIGN_ON_CLIENT", TestProvider.CLIENT);
    settings.put("IOLAUS_SIGN_ON_NAME", "Example ID");
    home.secret("admin.password"); // Makes the folder.
    Files.writeString(home.path().resolve("secrets/sign-on.secret"), TestProvider.SECRET);
    server = started(driver, home, settings);
    settings.put("IOLAUS_SIGN_ON_ROLES_CLAIM", "groups");
    settings.put("IOLAUS_SIGN_ON_ROLES", "hunters=analyst, chiefs=lead,chiefs=auditor");
    settings.put("IOLAUS_SIGN_ON_LEVEL", "mfa");
    grouped = started(driver, home, settings);
    admin = Client.basic(server, home.secret("admin.password"));
  }

  private static IolausServer started(Driver driver, Home home, Map<String, String> settings) {
    settings.forEach(System::setProperty);
    try {
      return IolausServer.start(
          driver, home, new ServerOptions(0, ServerOptions.LOOPBACK, Set.of(Role.API)));
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
    grouped.close();
    provider.close();
  }

  @BeforeEach
  void asItShould() {
    provider.asItShould();
  }

  private static void add(String name) {
    HttpResponse<String> added =
        admin.send(
            "POST",
            "/api/v1/users",
            "{\"name\": \"%s\", \"roles\": [\"analyst\"], \"signOn\": true}".formatted(name));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    assertThat(Client.parse(added).get("password").isNull()).isTrue();
  }

  private static void disable(String name) {
    String user = "/api/v1/users/" + name;
    HttpResponse<String> disabled =
        admin
            .with("If-Match", admin.get(user).headers().firstValue("ETag").orElseThrow())
            .send("PATCH", user, "{\"state\": \"disabled\"}");
    assertThat(disabled.statusCode()).as(disabled.body()).isEqualTo(200);
  }

  private static void says(String subject, String name) {
    provider.says(claims -> claims.subject(subject).claim("preferred_username", name));
  }

  /// What a browser has after the first step.
  private record Begun(String cookie, String there) {}

  private static Begun begin(IolausServer server) {
    HttpResponse<String> begun = Client.anonymous(server).get(BEGIN);
    assertThat(begun.statusCode()).isEqualTo(303);
    String cookie =
        begun.headers().allValues("Set-Cookie").stream()
            .filter(one -> one.startsWith("iolaus-sign-on="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=" + BEGIN);
    return new Begun(
        cookie.substring(0, cookie.indexOf(';')),
        begun.headers().firstValue("Location").orElseThrow());
  }

  /// Where the provider sends the browser back to.
  private static String back(Begun begun) {
    HttpResponse<String> there = Client.anonymous(server).get(begun.there());
    return there.headers().firstValue("Location").orElseThrow();
  }

  private static HttpResponse<String> ended(IolausServer server, Begun begun) {
    return Client.anonymous(server).with("Cookie", begun.cookie()).get(back(begun));
  }

  private static HttpResponse<String> login(IolausServer server) {
    return ended(server, begin(server));
  }

  private static void assertIn(IolausServer server, String name) {
    assertIn(server, login(server), name);
  }

  private static void assertIn(IolausServer server, HttpResponse<String> end, String name) {
    assertThat(end.headers().firstValue("Location")).hasValue("/");
    assertThat(Logins.following(server, end).json("/api/v1/session").get("user").asString())
        .isEqualTo(name);
  }

  private static void assertOut(HttpResponse<String> end, String reason) {
    assertThat(end.statusCode()).isEqualTo(303);
    assertThat(end.headers().firstValue("Location")).hasValue("/?sign-on=" + reason);
    assertThat(end.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("IOLAUS-SESSION"));
  }

  @Test
  void aUserWhoWasMadeForItComesInAndStaysWhoItIs() {
    add("ann");
    says("s-1", "Ann");
    assertThat(Client.anonymous(server).json(BEGIN + "/provider").get("name").asString())
        .isEqualTo("Example ID");

    assertIn(server, "ann");
    says("s-1", "ann.smith");
    assertIn(server, "ann");

    JsonNode entry = admin.json("/api/v1/audit?act=login&actor=ann").get("items").get(0);
    assertThat(entry.get("detail").get("by").asString()).isEqualTo("sign-on");
    assertThat(admin.json("/api/v1/users/ann").get("signOn").asBoolean()).isTrue();
  }

  @Test
  void aNameIsNotEnough() {
    add("dan");
    says("s-10", "dan");
    assertIn(server, "dan");

    says("s-11", "dan");
    assertOut(login(server), "taken");
    admin.send("POST", "/api/v1/users", "{\"name\": \"bob\", \"roles\": [\"lead\"]}");
    says("s-12", "bob");
    assertOut(login(server), "taken");
    says("s-13", "admin");
    assertOut(login(server), "taken");
    says("s-14", "nobody-here");
    assertOut(login(server), "unknown");
    provider.says(claims -> claims.subject("s-15"));
    assertOut(login(server), "unknown");
    disable("dan");
    says("s-10", "dan");
    assertOut(login(server), "disabled");
  }

  @Test
  void whatCannotBeBelievedLetsNobodyIn() throws Exception {
    add("eve");
    RSAKey other = new RSAKeyGenerator(2048).keyID("k-1").generate();
    Consumer<JWTClaimsSet.Builder> eve =
        claims -> claims.subject("s-20").claim("preferred_username", "eve");
    Map<String, Consumer<JWTClaimsSet.Builder>> said = new LinkedHashMap<>();
    said.put("for another client", claims -> claims.audience("somebody else"));
    said.put("by another provider", claims -> claims.issuer("https://id.example"));
    said.put(
        "too old", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))));
    said.put("for another login", claims -> claims.claim("nonce", "another"));
    said.put("for no login", claims -> claims.claim("nonce", null));
    said.put("about nobody", claims -> claims.subject(null));
    said.put("without an end", claims -> claims.expirationTime(null));
    for (Map.Entry<String, Consumer<JWTClaimsSet.Builder>> one : said.entrySet()) {
      provider.says(eve.andThen(one.getValue()));
      assertThat(login(server).headers().firstValue("Location"))
          .as(one.getKey())
          .hasValue("/?sign-on=invalid");
    }
    provider.says(eve);
    provider.signs(claims ->
        TestProvider.signed(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k-1").build(),
            claims,
            TestProvider.signer(other)));
    assertOut(login(server), "invalid");
    provider.signs(PlainJWT::new);
    assertOut(login(server), "invalid");
  }

  @Test
  void aTokenThatIsSignedByWhatTheClientKnowsIsNotTheProviders() throws Exception {
    add("hal");
    says("s-25", "hal");
    byte[] known = java.util.Arrays.copyOf(TestProvider.SECRET.getBytes(), 32);
    MACSigner signer = new MACSigner(known);
    provider.signs(
        claims -> TestProvider.signed(new JWSHeader(JWSAlgorithm.HS256), claims, signer));

    assertOut(login(server), "invalid");
  }

  @Test
  void whoComesBackIsWhoWent() {
    add("fay");
    says("s-30", "fay");
    Begun begun = begin(server);
    String back = back(begun);

    assertOut(Client.anonymous(server).get(back), "expired");
    Client browser = Client.anonymous(server).with("Cookie", begun.cookie());
    assertOut(browser.get(back.replaceAll("state=[^&]*", "state=another")), "expired");
    assertOut(Client.anonymous(server).with("Cookie", begin(server).cookie()).get(back), "expired");
    assertIn(server, browser.get(back), "fay");
    assertOut(browser.get(back), "invalid");
  }

  @Test
  void whoIsDeclinedThereIsToldSo() {
    Begun begun = begin(server);
    String state = back(begun).replaceAll(".*state=", "");
    Client browser = Client.anonymous(server).with("Cookie", begun.cookie());

    assertOut(browser.get(BEGIN + "/return?error=access_denied&state=" + state), "declined");
    assertOut(
        browser.get(BEGIN + "/return?code=c&iss=https://id.example&state=" + state), "invalid");
  }

  @Test
  void withoutTheProviderPasswordsGoOn() {
    add("gus");
    says("s-40", "gus");
    Begun begun = begin(server);
    String back = back(begun);
    provider.down(503);

    Client browser = Client.anonymous(server).with("Cookie", begun.cookie());
    assertOut(browser.get(back), "unavailable");
    assertThat(admin.get("/api/v1/users/gus").statusCode()).isEqualTo(200);
    provider.down(0);
    assertIn(server, "gus");
  }

  @Test
  void noPasswordIsGivenToWhoNeedsNone() {
    add("ida");
    says("s-50", "ida");
    Client ida = Logins.following(server, login(server));

    for (HttpResponse<String> refused :
        List.of(
            ida.send(
                "POST",
                "/api/v1/session/password",
                "{\"current\": \"\\u0000\", \"password\": \"a password that is long\"}"),
            ida.send("POST", "/api/v1/session/second-factor/enrolment", null),
            admin.send("POST", "/api/v1/users/ida/password-reset", null))) {
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
      assertThat(refused.body()).contains("identity provider");
    }
    assertThat(Logins.login(server, "ida", "").statusCode()).isNotEqualTo(200);
    assertThat(Logins.login(server, "ida", "null").statusCode()).isEqualTo(401);
  }

  @Test
  void rolesAreThoseOfTheGroups(Driver driver) {
    Consumer<JWTClaimsSet.Builder> joe =
        claims -> claims.subject("s-60").claim("preferred_username", "joe").claim("acr", "mfa");
    provider.says(joe.andThen(claims -> claims.claim("groups", List.of("hunters", "cooks"))));
    Client hunter = Logins.following(grouped, login(grouped));
    assertThat(hunter.json("/api/v1/session").get("roles").toString()).isEqualTo("[\"analyst\"]");
    assertThat(hunter.get("/api/v1/audit").statusCode()).isEqualTo(403);

    provider.says(joe.andThen(claims -> claims.claim("groups", "chiefs")));
    Client chief = Logins.following(grouped, login(grouped));
    assertThat(chief.json("/api/v1/session").get("roles").toString())
        .isEqualTo("[\"lead\",\"auditor\"]");
    assertThat(chief.get("/api/v1/audit").statusCode()).isEqualTo(200);
    assertThat(hunter.get("/api/v1/clusters").statusCode()).isEqualTo(401);

    provider.says(joe.andThen(claims -> claims.claim("groups", List.of("cooks"))));
    assertOut(login(grouped), "roles");
    assertThat(admin.json("/api/v1/users/joe").get("state").asString()).isEqualTo("disabled");
    assertThat(chief.get("/api/v1/clusters").statusCode()).isEqualTo(401);
    provider.says(joe.andThen(claims -> claims.claim("groups", List.of("hunters"))));
    assertIn(grouped, "joe");
    // made, other roles, disabled, active again
    assertThat(
            admin.json("/api/v1/audit?object=joe").get("items").findValuesAsString("act").stream()
                .filter(act -> act.endsWith("-user")))
        .containsExactly("change-user", "change-user", "change-user", "add-user");

    disable("joe");
    assertOut(login(grouped), "disabled");
    provider.says(claims -> claims.subject("s-60").claim("groups", List.of("hunters")));
    assertOut(login(grouped), "level");
  }

  /// A server inside that nobody may be led to, with a count of who was.
  private static HttpServer inside(AtomicInteger asked) throws IOException {
    HttpServer inside =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    inside.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    inside.start();
    return inside;
  }

  @Test
  void nothingIsAskedWhereATokenPointsTo() throws Exception {
    add("kim");
    says("s-70", "kim");
    AtomicInteger asked = new AtomicInteger();
    HttpServer inside = inside(asked);
    try {
      URI trap = URI.create("http://127.0.0.1:" + inside.getAddress().getPort() + "/keys");
      provider.signs(claims ->
          TestProvider.signed(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .type(JOSEObjectType.JWT)
                  .jwkURL(trap)
                  .x509CertURL(trap)
                  .keyID("k-1")
                  .build(),
              claims,
              TestProvider.signer(provider.key())));
      assertIn(server, "kim");
      assertThat(asked).hasValue(0);
    } finally {
      inside.stop(0);
    }
  }
}

package io.iolaus.api.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// An identity provider that keeps to the rules (OpenID Connect Core 1.0, PKCE) and insists that
/// others do, but for what a test tells it.
final class TestProvider implements AutoCloseable {

  static final String CLIENT = "iolaus";
  static final String SECRET = "only the two know";

  private final HttpServer server;
  private final RSAKey key;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

  private volatile Consumer<JWTClaimsSet.Builder> claims = claims -> {};
  private volatile Function<JWTClaimsSet, JWT> signed = this::sign;
  private volatile Consumer<Map<String, Object>> described = description -> {};
  private volatile int down;

  TestProvider() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("k-1").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    route("/.well-known/openid-configuration", e -> json(e, 200, description()));
    route("/keys", e -> json(e, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
    route("/authorize", this::authorize);
    route("/token", this::token);
    server.start();
  }

  private interface Handler {
    void handle(HttpExchange exchange) throws Exception;
  }

  private void route(String path, Handler handler) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            if (down != 0) {
              exchange.sendResponseHeaders(down, -1);
            } else {
              handler.handle(exchange);
            }
          } catch (Exception e) {
            throw new IOException(e);
          }
        });
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  RSAKey key() {
    return key;
  }

  /// Who logs in from now on.
  void says(Consumer<JWTClaimsSet.Builder> claims) {
    this.claims = claims;
  }

  /// How tokens are signed from now on.
  void signs(Function<JWTClaimsSet, JWT> signed) {
    this.signed = signed;
  }

  /// What it says of itself from now on.
  void describes(Consumer<Map<String, Object>> described) {
    this.described = described;
  }

  /// Answers nothing but this status, 0: as it should.
  void down(int status) {
    down = status;
  }

  void asItShould() {
    claims = claims -> {};
    signed = this::sign;
    described = description -> {};
    down = 0;
  }

  private Map<String, Object> description() {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("issuer", issuer());
    description.put("authorization_endpoint", issuer() + "/authorize");
    description.put("token_endpoint", issuer() + "/token");
    description.put("jwks_uri", issuer() + "/keys");
    description.put("response_types_supported", List.of("code"));
    description.put("subject_types_supported", List.of("public"));
    description.put("id_token_signing_alg_values_supported", List.of("RS256"));
    described.accept(description);
    return description;
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
    if (!asked.get("response_type").equals("code")
        || !asked.get("code_challenge_method").equals("S256")
        || !List.of(asked.get("scope").split(" ")).contains("openid")) {
      exchange.sendResponseHeaders(400, -1);
      return;
    }
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
  }

  private void token(HttpExchange exchange) throws Exception {
    String client =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (CLIENT + ":" + SECRET.replace(' ', '+')).getBytes(StandardCharsets.UTF_8));
    Map<String, String> asked =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
    Map<String, String> before = codes.remove(asked.getOrDefault("code", ""));
    if (before == null
        || !client.equals(exchange.getRequestHeaders().getFirst("Authorization"))
        || !before.get("redirect_uri").equals(asked.get("redirect_uri"))
        || !before.get("code_challenge").equals(challenge(asked.get("code_verifier")))) {
      json(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    Instant now = Instant.now();
    JWTClaimsSet.Builder token =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(before.get("client_id"))
            .claim("nonce", before.get("nonce"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)));
    claims.accept(token);
    json(
        exchange,
        200,
        Map.of(
            "access_token",
            "of no use",
            "token_type",
            "Bearer",
            "id_token",
            signed.apply(token.build()).serialize()));
  }

  private static String challenge(String verifier) throws NoSuchAlgorithmException {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            MessageDigest.getInstance("SHA-256")
                .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
  }

  private JWT sign(JWTClaimsSet claims) {
    return signed(
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k-1").build(), claims, signer(key));
  }

  static JWSSigner signer(RSAKey key) {
    try {
      return new RSASSASigner(key);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static JWT signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(signer);
      return token;
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static void json(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    byte[] bytes = JsonMapper.shared().writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  URI uri(String path) {
    return URI.create(issuer() + path);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package io.iolaus.api.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.iolaus.cypher.home.Home;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a provider that was taken over may lead: nowhere.
class IdentityProviderTest {

  private static final Ticket TICKET =
      new Ticket(
          "state", "nonce", "v".repeat(43), URI.create("http://localhost/return"), Instant.MAX);

  @TempDir private Path folder;
  private TestProvider provider;

  @BeforeEach
  void start() throws Exception {
    provider = new TestProvider();
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private IdentityProvider client(String issuer) {
    return new IdentityProvider(
        new SignOnProperties(
            URI.create(issuer),
            TestProvider.CLIENT,
            true,
            "",
            null,
            List.of(),
            "preferred_username",
            null,
            List.of(),
            null),
        Home.at(folder));
  }

  @Test
  void browsersAreSentWithAllThatBindsThemToTheirLogin() throws Exception {
    String there = client(provider.issuer()).authorization(TICKET).toString();

    assertThat(there)
        .startsWith(provider.issuer() + "/authorize?")
        .contains("state=state", "nonce=nonce", "code_challenge_method=S256")
        .doesNotContain(TICKET.verifier());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "http://id.example/token",
        "http://127.0.0.1.id.example/token",
        "http://localhost@id.example/token",
        "file:///etc/passwd",
        "ftp://id.example/token",
        "/token"
      })
  void whatIsNotHttpsIsNotAsked(String address) {
    for (String endpoint : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
      provider.describes(description -> description.put(endpoint, address));

      assertThatThrownBy(() -> client(provider.issuer()).authorization(TICKET))
          .as(endpoint)
          .isInstanceOf(SignOnRefusal.class)
          .satisfies(e ->
              assertThat(((SignOnRefusal) e).reason()).isEqualTo(SignOnRefusal.Reason.UNAVAILABLE));
    }
  }

  @Test
  void anotherIssuerIsRefused() {
    provider.describes(description -> description.put("issuer", "https://id.example"));

    assertThatThrownBy(() -> client(provider.issuer()).authorization(TICKET))
        .hasMessageContaining("IOLAUS_SIGN_ON_ISSUER");
  }

  @Test
  void redirectsAreNotFollowedAndLongAnswersNotRead() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String base = "http://127.0.0.1:" + other.getAddress().getPort();
    other.createContext(
        "/away",
        exchange -> {
          exchange.getResponseHeaders().set("Location", base + "/inside");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    other.createContext(
        "/inside",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    other.createContext(
        "/long",
        exchange -> {
          byte[] bytes = "{\"a\": \"bcdefgh\"}".repeat(64 << 10).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    other.start();
    try {
      assertThatThrownBy(() -> client(base + "/away").authorization(TICKET))
          .hasMessageContaining("302");
      assertThat(asked).hasValue(0);
      assertThatThrownBy(() -> client(base + "/long").authorization(TICKET))
          .hasMessageContaining("more than " + ProviderHttp.MOST_BYTES);
    } finally {
      other.stop(0);
    }
  }
}

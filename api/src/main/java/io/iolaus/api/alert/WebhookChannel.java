package io.iolaus.api.alert;

import io.iolaus.cypher.alert.AlertMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Posts messages to an address, signed.
///
/// What the other side answers is looked at as far as its status: no redirect is followed and no
/// body read. Before each try the name is resolved and every address of it judged ({@link
/// WebhookAddress}). The connection resolves the name once more, from the JVM's own cache of half a
/// minute; who fears a name server that changes its mind in between closes the way out with a
/// firewall.
final class WebhookChannel implements AlertChannel {

  static final String NAME = "webhook";

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;

  private final URI address;
  private final AlertProperties.Webhook properties;
  private final WebhookSecret secret;
  private final AlertJson json;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  WebhookChannel(
      URI address,
      AlertProperties.Webhook properties,
      WebhookSecret secret,
      AlertJson json,
      Clock clock) {
    this.address = address;
    this.properties = properties;
    this.secret = secret;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  /// Without path and query, which may hold a token.
  @Override
  public String target() {
    return address.getScheme() + "://" + address.getAuthority();
  }

  @Override
  public Outcome send(AlertMessage message) throws InterruptedException {
    try {
      Optional<String> wrong = wrongAddress();
      if (wrong.isPresent()) {
        return new Outcome.Refused(wrong.get());
      }
      // The body comes as a stream that is closed unread: an endless one costs nothing.
      HttpResponse<InputStream> response =
          http.send(request(message), BodyHandlers.ofInputStream());
      response.body().close();
      return outcome(response);
    } catch (UnknownHostException e) {
      return new Outcome.Later("no address for " + address.getHost(), null);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Outcome.Later("no answer: " + reason, null);
    }
  }

  private HttpRequest request(AlertMessage message) {
    String body = json.message(message);
    Instant now = clock.instant();
    return HttpRequest.newBuilder(address)
        .timeout(properties.timeout())
        .header("content-type", "application/json")
        .header("user-agent", "iolaus")
        .header("webhook-id", message.id())
        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .header("webhook-signature", secret.sign(message.id(), now, body))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private Optional<String> wrongAddress() throws UnknownHostException {
    for (InetAddress resolved : InetAddress.getAllByName(address.getHost())) {
      String at = address.getHost() + " is " + resolved.getHostAddress();
      if (WebhookAddress.forbidden(resolved)) {
        return Optional.of(at + ", where nothing is sent");
      }
      if (!properties.allowPrivate() && WebhookAddress.isPrivate(resolved)) {
        return Optional.of(at + ", in a private network: allow it if that is meant");
      }
    }
    return Optional.empty();
  }

  private Outcome outcome(HttpResponse<?> response) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) {
      return new Outcome.Sent();
    }
    String problem = "answered " + status;
    return status >= 500 || status == TOO_MANY || status == REQUEST_TIMEOUT
        ? new Outcome.Later(
            problem, response.headers().firstValue("retry-after").map(this::pause).orElse(null))
        : new Outcome.Refused(problem);
  }

  /// Seconds or a date; null for neither.
  private @Nullable Duration pause(String text) {
    try {
      return Duration.ofSeconds(Math.max(0, Long.parseLong(text.strip())));
    } catch (NumberFormatException e) {
      // then perhaps a date
    }
    try {
      Instant until =
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Duration.between(clock.instant(), until);
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }
}

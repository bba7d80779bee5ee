package io.iolaus.api.alert;

import io.iolaus.cypher.alert.AlertRules;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What raises an alert, and how alerts leave the house. An empty text stands for none.
///
/// @param kinds what happened: `born`, `grew`, …; none for the usual ones
/// @param states what a cluster must be: `labelled`, `review`; none for `labelled`
/// @param url where people reach the screens, for links; none: messages have no links
/// @param digest `immediate`, or how often, from a minute to a day
/// @param quiet times of day in which nothing is sent, as `22:00-07:00`
/// @param zone whose time of day that is, and whose midnight digests are counted from
/// @param pause before the second try; each further one is three times as long, an hour at most
/// @param giveUp how long a message is tried
@ConfigurationProperties("iolaus.alerts")
record AlertProperties(
    @DefaultValue List<String> kinds,
    @DefaultValue List<String> states,
    @DefaultValue("") String url,
    @DefaultValue("immediate") String digest,
    @DefaultValue("") String quiet,
    @DefaultValue("UTC") String zone,
    @DefaultValue("PT5S") Duration pause,
    @DefaultValue("P1D") Duration giveUp,
    @DefaultValue Webhook webhook,
    @DefaultValue Mail mail) {

  private static final String NAME = "iolaus.alerts.";

  AlertProperties {
    kinds = List.copyOf(kinds);
    states = List.copyOf(states);
    try {
      AlertRules.of(kinds, states);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(NAME + e.getMessage(), e);
    }
    if (!url.isEmpty()) {
      requireWeb(NAME + "url", url);
    }
    if (pause.isNegative() || pause.isZero()) {
      throw new IllegalArgumentException(NAME + "pause must be more than nothing, was " + pause);
    }
    if (giveUp.compareTo(pause) < 0) {
      throw new IllegalArgumentException(
          NAME + "give-up must not be shorter than " + NAME + "pause, was " + giveUp);
    }
    AlertTimes.of(digest, quiet, zone);
  }

  AlertRules rules() {
    return AlertRules.of(kinds, states);
  }

  AlertTimes times() {
    return AlertTimes.of(digest, quiet, zone);
  }

  /// @param url where messages are posted to; none: nowhere
  /// @param allowPrivate whether it may be in this machine or a private network
  /// @param timeout how long an answer is waited for
  record Webhook(
      @DefaultValue("") String url,
      @DefaultValue("false") boolean allowPrivate,
      @DefaultValue("PT10S") Duration timeout) {
    Webhook {
      if (!url.isEmpty()) {
        requireWeb(NAME + "webhook.url", url);
      }
      if (timeout.compareTo(Duration.ofMillis(100)) < 0
          || timeout.compareTo(Duration.ofMinutes(2)) > 0) {
        throw new IllegalArgumentException(
            NAME
                + "webhook.timeout must be from a tenth of a second to two minutes, was "
                + timeout);
      }
    }

    Optional<URI> address() {
      return url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url));
    }
  }

  /// @param host of the mail server; none: no mail
  /// @param username to log in with, the password stands in the home; none: without
  /// @param to who gets it, at least one
  /// @param security `starttls` (insisted on), `tls` (from the first byte) or `none`
  record Mail(
      @DefaultValue("") String host,
      @DefaultValue("587") int port,
      @DefaultValue("") String username,
      @DefaultValue("") String from,
      @DefaultValue List<String> to,
      @DefaultValue("starttls") String security) {
    Mail {
      to = List.copyOf(to);
      if (!host.isEmpty()) {
        if (port < 1 || port > 65_535) {
          throw new IllegalArgumentException(NAME + "mail.port must be 1..65535, was " + port);
        }
        MailAddresses.one(NAME + "mail.from", from);
        if (to.isEmpty()) {
          throw new IllegalArgumentException(
              NAME + "mail.to must name somebody, as " + NAME + "mail.host is set");
        }
        to.forEach(address -> MailAddresses.one(NAME + "mail.to", address));
        if (!List.of("starttls", "tls", "none").contains(security)) {
          throw new IllegalArgumentException(
              NAME + "mail.security must be one of starttls, tls, none, was " + security);
        }
      }
    }

    boolean configured() {
      return !host.isEmpty();
    }
  }

  private static void requireWeb(String name, String text) {
    @Nullable URI uri = null;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      // said below
    }
    if (uri == null
        || uri.getHost() == null
        || uri.getUserInfo() != null
        || uri.getFragment() != null
        || !List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
      throw new IllegalArgumentException(
          name
              + " must be an address as https://host/path, without user and fragment, was "
              + text);
    }
  }
}

package io.iolaus.core.event;

import io.iolaus.core.prompt.PromptSketch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one accepted line of the event format v1 says.
///
/// Values are canonical already (addresses in RFC 5952 form, IPv6 cut to its /64, `email` folded),
/// kinds that must not be kept raw are keyed, and texts of prompts are gone: only their sketches
/// are here. Instants are UTC, cut to milliseconds, from 2000-01-01 to 2100-01-01.
public sealed interface Event {

  /// An API account. `at` is the time the statement is about; the decoder fills in `createdAt` when
  /// absent.
  record Account(
      String id,
      Instant createdAt,
      Instant at,
      @Nullable String status,
      @Nullable String emailDomain,
      @Nullable String country,
      @Nullable String plan,
      @Nullable String organization,
      @Nullable Boolean verified)
      implements Event {}

  /// The account paid with this instrument. `matchKey` and `instrument` together name the
  /// instrument.
  record Payment(
      String account,
      String instrument,
      @Nullable String matchKey,
      Instant at,
      @Nullable String kind,
      @Nullable String bin,
      @Nullable String issuerCountry)
      implements Event {}

  /// One API exchange, or `count` alike ones; the tokens are totals of the line.
  ///
  /// @param atMillis when, in milliseconds since 1970: a number, as there are millions of these
  record Exchange(
      String account,
      long atMillis,
      @Nullable String ip,
      @Nullable PromptSketch prompt,
      @Nullable PromptSketch system,
      @Nullable String capability,
      @Nullable String model,
      @Nullable String client,
      @Nullable String language,
      long inputTokens,
      long outputTokens,
      long count,
      @Nullable String eventId)
      implements Event {

    /// The same from an instant, of which what is below a millisecond is left out.
    public Exchange(
        String account,
        Instant at,
        @Nullable String ip,
        @Nullable PromptSketch prompt,
        @Nullable PromptSketch system,
        @Nullable String capability,
        @Nullable String model,
        @Nullable String client,
        @Nullable String language,
        long inputTokens,
        long outputTokens,
        long count,
        @Nullable String eventId) {
      this(
          account,
          at.toEpochMilli(),
          ip,
          prompt,
          system,
          capability,
          model,
          client,
          language,
          inputTokens,
          outputTokens,
          count,
          eventId);
    }

    /// When.
    public Instant at() {
      return Instant.ofEpochMilli(atMillis);
    }
  }

  /// Any other thing accounts can share. `value` is keyed where `keyed` says so.
  record Identifier(
      String account,
      String kind,
      String value,
      boolean keyed,
      Instant at,
      @Nullable String eventId)
      implements Event {}

  /// What is known of an address range; `prefix` is canonical, `at` the epoch when absent.
  record Network(
      String prefix,
      Instant at,
      @Nullable Long asn,
      @Nullable String name,
      @Nullable String use,
      @Nullable String country)
      implements Event {}

  /// An organization clusters may be linked to. Absent lists are null, empty ones empty.
  record Organization(
      String id,
      String name,
      Instant at,
      @Nullable List<String> aliases,
      @Nullable List<String> domains,
      @Nullable List<Long> asns,
      @Nullable List<String> prefixes,
      @Nullable List<String> billingNames,
      @Nullable String kind,
      @Nullable String country)
      implements Event {}

  /// What a person or an enforcement system decided about an account; `by` is empty when not said.
  record Verdict(String account, String verdict, Instant at, String by, @Nullable String note)
      implements Event {}

  /// What somebody says about an organization's part in something; never a fact by itself.
  record Claim(
      String organization,
      String statement,
      String by,
      Instant at,
      @Nullable String cluster,
      @Nullable String campaign,
      @Nullable String reference)
      implements Event {}

  /// A model release; two lines that disagree about it: the later release wins.
  record Model(String id, Instant releasedAt, @Nullable String name) implements Event {}
}

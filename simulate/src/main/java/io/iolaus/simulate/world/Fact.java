package io.iolaus.simulate.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line that is no exchange. Times are epoch milliseconds.
public sealed interface Fact {

  long at();

  record Opened(Account account) implements Fact {
    @Override
    public long at() {
      return account.createdAt();
    }
  }

  /// The account's status changed.
  record Status(Account account, String status, long at) implements Fact {}

  record Payment(
      Account account,
      String instrument,
      String kind,
      @Nullable String bin,
      String issuerCountry,
      String matchKey,
      long at)
      implements Fact {}

  record Identifier(Account account, String kind, String value, long at) implements Fact {}

  record Verdict(Account account, String verdict, String by, long at) implements Fact {}

  record Claim(
      String organization, String statement, String by, String campaign, String reference, long at)
      implements Fact {}

  record Network(String prefix, long asn, String name, String use, String country) implements Fact {
    @Override
    public long at() {
      return 0;
    }
  }

  record Organization(
      String id,
      String name,
      List<String> aliases,
      List<String> domains,
      List<Long> asns,
      List<String> prefixes,
      List<String> billingNames,
      String kind,
      String country)
      implements Fact {
    @Override
    public long at() {
      return 0;
    }
  }

  record Model(String id, String name, long at) implements Fact {}
}

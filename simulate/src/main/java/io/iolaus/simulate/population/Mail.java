package io.iolaus.simulate.population;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.Ids;
import java.util.List;

/// Mail domains: a few everybody uses, some smaller ones, many of one's own.
public final class Mail {

  private static final Weighted<String> PROVIDERS =
      Weighted.zipf(
          List.of(
              "openmail.example",
              "postbox.example",
              "mailgarden.example",
              "inboxly.example",
              "letterbird.example",
              "q-mail.example",
              "brightpost.example",
              "swiftletter.example",
              "papermoon.example",
              "hushpost.example",
              "onetimebox.example",
              "catchall-one.example"),
          1.1);

  private Mail() {}

  public static String domain(RandomStream random) {
    return random.chance(0.85) ? PROVIDERS.pick(random) : own(random);
  }

  /// A domain of one's own.
  public static String own(RandomStream random) {
    return Ids.draw("", random, 8) + ".example";
  }

  /// A provider where one can open mailboxes by the hundred.
  public static String throwaway(RandomStream random) {
    List<String> all = PROVIDERS.items();
    return all.get(random.between(all.size() / 2, all.size() - 1));
  }
}

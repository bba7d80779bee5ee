package io.iolaus.simulate.world;

import io.iolaus.simulate.random.RandomStream;

/// Names that say nothing: every kind of account, card and device gets them from here.
public final class Ids {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private Ids() {}

  public static String account(RandomStream random) {
    return draw("acc_", random, 14);
  }

  public static String instrument(RandomStream random) {
    return draw("pi_", random, 16);
  }

  public static String device(RandomStream random) {
    return draw("d-", random, 12);
  }

  public static String email(RandomStream random, String domain) {
    return draw("u", random, 10) + "@" + domain;
  }

  public static String phone(RandomStream random) {
    return "+999" + random.between(10_000_000, 99_999_999);
  }

  public static String apiKey(RandomStream random) {
    return draw("k-", random, 20);
  }

  /// A name of this kind and form, for everything without one of its own.
  public static String draw(String prefix, RandomStream random, int length) {
    StringBuilder out = new StringBuilder(prefix);
    for (int i = 0; i < length; i++) {
      out.append(ALPHABET.charAt(random.nextInt(32)));
    }
    // Never all digits, so that nothing is taken for a card number.
    out.setCharAt(prefix.length() + length / 2, ALPHABET.charAt(10 + random.nextInt(22)));
    return out.toString();
  }
}

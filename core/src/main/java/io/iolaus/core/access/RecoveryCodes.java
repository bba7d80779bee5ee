package io.iolaus.core.access;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Codes that stand in for a second factor that is lost, each once: 80 random bits in four groups.
public final class RecoveryCodes {

  private static final int COUNT = 10;

  private static final int BYTES = 10;

  private RecoveryCodes() {}

  /// A new set.
  public static List<String> generated() {
    SecureRandom random = new SecureRandom();
    return Stream.generate(
            () -> {
              byte[] bytes = new byte[BYTES];
              random.nextBytes(bytes);
              return Base32.grouped(Base32.encode(bytes));
            })
        .limit(COUNT)
        .toList();
  }

  /// As it was made, however somebody typed it.
  public static String normalized(String code) {
    return Base32.grouped(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
  }
}

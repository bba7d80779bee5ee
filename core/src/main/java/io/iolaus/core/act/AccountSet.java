package io.iolaus.core.act;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/// The accounts that a bulk act is about: fixed when it is proposed, so that what is carried out is
/// what people agreed to.
///
/// @param ids each once, in byte order
public record AccountSet(List<String> ids) {

  /// No act is about more. All that people decide is read at once by each run.
  public static final int MAX = 20_000;

  public AccountSet {
    ids = List.copyOf(ids);
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("an act is about one account or more, was about none");
    }
    if (ids.size() > MAX) {
      throw new IllegalArgumentException(
          "an act is about at most " + MAX + " accounts, was about " + ids.size());
    }
  }

  /// Of accounts in any order.
  public static AccountSet of(Collection<String> ids) {
    return new AccountSet(ids.stream().sorted().distinct().toList());
  }

  /// SHA-256, in hex, of the ids, each with a line feed behind it.
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ids.forEach(id -> digest.update((id + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

package io.iolaus.cypher.home;

import io.iolaus.core.access.AccessKey;
import io.iolaus.core.secret.SiteSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// The files that hold keys, 32 bytes in base64 a line: `access.key`, `audit.key` and the site
/// secrets, of which `site.key` is used, `site.key.old` has those before it, the oldest first, and
/// `site.key.next` is there during a rotation.
final class SiteKeys {

  static final String CURRENT = "site.key";
  static final String OLD = "site.key.old";
  static final String NEXT = "site.key.next";
  static final String ACCESS = "access.key";
  static final String AUDIT = "audit.key";

  private SiteKeys() {}

  static byte[] current(Secrets secrets) {
    return decoded(
        secrets.file(CURRENT),
        secrets.get(CURRENT, () -> Secrets.randomBase64(SiteSecret.KEY_BYTES)));
  }

  /// No site secret: renewing that one must leave users their passwords.
  static byte[] access(Secrets secrets) {
    return decoded(
        secrets.file(ACCESS),
        secrets.get(ACCESS, () -> Secrets.randomBase64(AccessKey.BYTES)),
        "the passwords of users are sealed under it");
  }

  /// No site secret either: entries are checked under it for as long as they are kept.
  static byte[] audit(Secrets secrets) {
    return decoded(
        secrets.file(AUDIT),
        secrets.get(AUDIT, () -> Secrets.randomBase64(SiteSecret.KEY_BYTES)),
        "the audit is sealed under it");
  }

  static byte[] next(Secrets secrets) {
    return decoded(
        secrets.file(NEXT), secrets.get(NEXT, () -> Secrets.randomBase64(SiteSecret.KEY_BYTES)));
  }

  static SiteSecret of(Secrets secrets, byte[] current) {
    SiteSecret site = null;
    for (byte[] key : old(secrets, current)) {
      site = site == null ? SiteSecret.of(key) : site.followedBy(key);
    }
    return site == null ? SiteSecret.of(current) : site.followedBy(current);
  }

  /// First the old one is kept, then the new one takes its place: after a death in between the old
  /// one is both, which [#old] sees.
  static void promote(Secrets secrets, byte[] current) {
    Path next = secrets.file(NEXT);
    try {
      List<byte[]> old = old(secrets, current);
      old.add(current);
      StringBuilder lines = new StringBuilder();
      old.forEach(key -> lines.append(Base64.getEncoder().encodeToString(key)).append('\n'));
      PrivateFiles.replace(secrets.file(OLD), lines.toString());
      Files.move(
          next,
          secrets.file(CURRENT),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Home.cannotWrite(next, e);
    }
  }

  private static List<byte[]> old(Secrets secrets, byte[] current) {
    Path file = secrets.file(OLD);
    List<byte[]> keys = new ArrayList<>();
    try {
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file)) {
          if (!line.isBlank()) {
            keys.add(decoded(file, line.strip()));
          }
        }
      }
    } catch (IOException e) {
      throw new HomeException("cannot read " + file + ": check its owner and mode", e);
    }
    keys.removeIf(key -> Arrays.equals(key, current));
    return keys;
  }

  private static byte[] decoded(Path file, String encoded) {
    return decoded(file, encoded, "the stored fingerprints depend on it");
  }

  private static byte[] decoded(Path file, String encoded, String use) {
    try {
      byte[] key = Base64.getDecoder().decode(encoded);
      if (key.length == SiteSecret.KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw new HomeException(bad(file, use), e);
    }
    throw new HomeException(bad(file, use));
  }

  private static String bad(Path file, String use) {
    return file + " does not hold 32 bytes in base64: put the right file back, " + use;
  }
}

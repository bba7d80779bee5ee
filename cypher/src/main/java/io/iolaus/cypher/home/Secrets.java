package io.iolaus.cypher.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;

/// The secrets folder of a home: one file of mode 0600 for each, generated once.
final class Secrets {

  private final Path folder;

  Secrets(Path folder) {
    this.folder = folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  String get(String name, Supplier<String> generator) {
    Path file = file(name);
    try {
      PrivateFiles.createDirectories(folder);
      if (!Files.exists(file)) {
        // Another process may be first; what counts is what stands in the file afterwards.
        PrivateFiles.createOnce(file, generator.get() + "\n");
      }
      String value = Files.readString(file).strip();
      if (value.isEmpty()) {
        throw new HomeException(file + " is empty: put the right content back, or remove the file");
      }
      return value;
    } catch (IOException e) {
      throw Home.cannotWrite(file, e);
    }
  }

  static String randomBase64(int bytes) {
    return Base64.getEncoder().encodeToString(random(bytes));
  }

  static String randomPassword() {
    return HexFormat.of().formatHex(random(16));
  }

  private static byte[] random(int bytes) {
    byte[] value = new byte[bytes];
    new SecureRandom().nextBytes(value);
    return value;
  }
}

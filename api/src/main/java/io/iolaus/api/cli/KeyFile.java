package io.iolaus.api.cli;

import io.iolaus.core.secret.SiteSecret;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A copy of a home's `secrets/site.key`. Errors never repeat what is in it.
final class KeyFile {

  private static final long MOST_BYTES = 1_000;

  private KeyFile() {}

  static SiteSecret read(Path file) throws IOException {
    if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
      throw noKey(file, null);
    }
    try {
      byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length == SiteSecret.KEY_BYTES) {
        return SiteSecret.of(key);
      }
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw noKey(file, e);
    }
    throw noKey(file, null);
  }

  private static CommandException noKey(Path file, @Nullable Exception cause) {
    String message =
        file + " does not hold 32 bytes in base64: give a copy of secrets/site.key of the site";
    return cause == null ? new CommandException(message) : new CommandException(message, cause);
  }
}

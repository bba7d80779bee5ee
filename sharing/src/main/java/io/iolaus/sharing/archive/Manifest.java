package io.iolaus.sharing.archive;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What an archive is and holds. Its bytes are what is signed.
///
/// @param format [#FORMAT]
/// @param about what it is about and how it came to be: texts by name
/// @param key the public key that it is signed with, as JWK (RFC 7517)
/// @param files all of them, in the order in which they lie in the archive
public record Manifest(
    String format, Map<String, Object> about, Map<String, Object> key, List<ArchiveFile> files) {

  /// The format that this program writes and verifies.
  public static final String FORMAT = "iolaus-archive-1";

  static final String NAME = "manifest.json";
  static final String SIGNATURE = "manifest.jws";

  public Manifest {
    Objects.requireNonNull(format);
    Objects.requireNonNull(about);
    Objects.requireNonNull(key);
    files = List.copyOf(files);
  }
}

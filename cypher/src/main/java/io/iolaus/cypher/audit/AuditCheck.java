package io.iolaus.cypher.audit;

import io.iolaus.core.audit.AuditAnchor;
import io.iolaus.core.audit.AuditHead;
import io.iolaus.core.audit.AuditKey;
import io.iolaus.core.audit.AuditVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;

/// Verifies the chain in a database against anchors outside of it. Others may append meanwhile.
public final class AuditCheck {

  private AuditCheck() {}

  /// Checks every entry, and that each anchor is of this chain.
  ///
  /// @param keys that entries may be sealed with
  /// @param anchors files as this program writes them, or copies; lines that are no anchors are
  ///   passed over
  public static AuditVerifier.Result verify(Driver driver, List<AuditKey> keys, List<Path> anchors)
      throws IOException {
    AuditVerifier verifier = new AuditVerifier(keys);
    AuditReader reader = new AuditReader(driver);
    // Anchors first: an entry is in the database before its anchor is in the file.
    for (Path file : anchors) {
      if (Files.exists(file)) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
          lines.forEach(line -> AuditAnchor.parse(line).ifPresent(verifier::anchor));
        }
      }
    }
    AuditHead before = reader.head();
    reader.all(verifier::entry, (why, seq) -> verifier.unreadable(seq, why));
    return verifier.end(before, reader.head());
  }
}

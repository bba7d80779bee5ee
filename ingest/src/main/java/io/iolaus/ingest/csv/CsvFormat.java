package io.iolaus.ingest.csv;

import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.source.LineChunks;
import io.iolaus.ingest.source.LineFormat;
import io.iolaus.ingest.source.OpenSource;
import io.iolaus.ingest.source.WideText;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;

/// CSV with a header line, read by a mapping. The same file under another mapping is another
/// source.
public final class CsvFormat implements LineFormat {

  private final CsvMapping mapping;

  private CsvFormat(CsvMapping mapping) {
    this.mapping = mapping;
  }

  /// Reads a mapping file.
  ///
  /// @throws CsvException if it breaks a rule
  public static CsvFormat of(Path mapping) throws IOException {
    return new CsvFormat(CsvMapping.read(mapping));
  }

  @Override
  public MessageDigest digest() {
    MessageDigest digest = Digests.sha256();
    digest.update(mapping.digest());
    return digest;
  }

  @Override
  public int mostPerLine() {
    return mapping.mostLines();
  }

  /// @throws CsvException if the header is not what the mapping says
  /// @throws IOException if it is not UTF-8
  @Override
  public LineChunks chunks(String name, OpenSource source, int chunkBytes) throws IOException {
    if (source.head().length == 0) {
      return () -> null;
    }
    WideText.refuse(name, source.head());
    CsvHeader header = CsvHeader.read(name, source.head(), mapping);
    return new CsvChunker(
        source,
        mapping.delimiter(),
        header.columns().size(),
        new CsvRowTranslator(mapping, header),
        chunkBytes);
  }
}

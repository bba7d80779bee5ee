package io.iolaus.ingest.crash;

import com.github.luben.zstd.Zstd;
import io.iolaus.ingest.NastyLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Files to load while things are killed: plain, gzip and Zstandard, with disagreement, events that
/// come again in another file, conflicts, and rejected lines.
record CrashWorld(List<Path> files) {

  private static final String CONFLICT =
      "{\"type\":\"exchange\",\"account\":\"acc-%d\",\"at\":\"2026-04-01T10:00:00Z\",\"count\":%d,\"eventId\":\"twice-%d\"}";

  static CrashWorld write(long seed, int lines, Path folder) throws IOException {
    List<String> all = new ArrayList<>(NastyLines.of(seed, lines));
    for (int i = 0; i < lines; i += 40) {
      all.set(i, CONFLICT.formatted(i % 9, 1 + i % 3, i % 400));
    }
    byte[] first = bytes(all.subList(0, lines / 2));
    byte[] second = bytes(all.subList(lines / 2, lines * 4 / 5));
    byte[] third = bytes(all.subList(lines * 4 / 5, lines));
    return new CrashWorld(
        List.of(
            Files.write(folder.resolve("1-" + seed + ".ndjson"), first),
            Files.write(folder.resolve("2-" + seed + ".ndjson.gz"), gzip(second)),
            Files.write(folder.resolve("3-" + seed + ".ndjson.zst"), Zstd.compress(third))));
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}

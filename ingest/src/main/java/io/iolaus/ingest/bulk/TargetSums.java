package io.iolaus.ingest.bulk;

import io.iolaus.ingest.fold.ByteOrder;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How many accounts have an edge to each target, and what parts say of it, added up over all
/// parts.
///
/// There may be more targets than fit in memory, so what parts say goes to the disk, dealt to
/// buckets by id; each bucket is then added up by itself. Safe for use by several threads.
final class TargetSums {

  static final int BUCKETS = 64;

  private static final int BUFFER = 1 << 14;

  private final List<Bucket> buckets;

  /// What a target is.
  enum Kind {
    INSTRUMENT,
    ADDRESS,
    IDENTIFIER,
    KEYED_IDENTIFIER
  }

  /// A target with all that is said of it.
  static final class Sum {

    private long accounts;
    private final List<String> facts = new ArrayList<>(0);

    /// How many accounts.
    long accounts() {
      return accounts;
    }

    /// What is stated of it, as nodes store it.
    List<String> facts() {
      return facts;
    }
  }

  TargetSums(Path folder) {
    buckets =
        IntStream.range(0, BUCKETS).mapToObj(n -> new Bucket(folder.resolve("sums-" + n))).toList();
  }

  /// Adds what one part says.
  void add(Kind kind, String id, long newAccounts, Collection<String> facts) {
    int hash = id.hashCode() * 0x9E3779B9;
    Bucket bucket = buckets.get(hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(BUCKETS)));
    synchronized (bucket) {
      bucket.add(kind, id, newAccounts, facts);
    }
  }

  /// Adds up one bucket, which is used up: each target once, in no order.
  Map<Kind, Map<String, Sum>> sum(int bucket) throws IOException {
    return buckets.get(bucket).sum();
  }

  private static final class Bucket {

    private final Path file;
    private final ByteSink pending = new ByteSink();

    Bucket(Path file) {
      this.file = file;
    }

    void add(Kind kind, String id, long newAccounts, Collection<String> facts) {
      pending.unsigned(kind.ordinal());
      pending.text(id);
      pending.unsigned(newAccounts);
      pending.unsigned(facts.size());
      facts.stream().sorted(ByteOrder::compare).forEach(pending::text);
      if (pending.size() >= BUFFER) {
        flush();
      }
    }

    private void flush() {
      try (OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        pending.writeTo(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      pending.clear();
    }

    Map<Kind, Map<String, Sum>> sum() throws IOException {
      flush();
      Map<Kind, Map<String, Sum>> sums = new TreeMap<>();
      for (Kind kind : Kind.values()) {
        sums.put(kind, new Object2ObjectOpenHashMap<>());
      }
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
        for (int kind = in.read(); kind >= 0; kind = in.read()) {
          Map<String, Sum> ofKind = sums.getOrDefault(Kind.values()[kind], Map.of());
          Sum sum = ofKind.computeIfAbsent(text(in), _ -> new Sum());
          sum.accounts += unsigned(in);
          for (long left = unsigned(in); left > 0; left--) {
            sum.facts.add(text(in));
          }
        }
      }
      Files.delete(file);
      return sums;
    }
  }

  private static long unsigned(DataInputStream in) throws IOException {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.readByte();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(unsigned(in))];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

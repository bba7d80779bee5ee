package io.iolaus.ingest.journal;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.fold.SegmentFold;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Accounts of a fold that grew too large for memory, on disk until their segment is sealed: for
/// each partition a Zstandard stream of CBOR, accounts by id in byte order.
///
/// A run belongs to one load: where its partitions begin is known in memory alone, and what a crash
/// leaves behind is thrown away and read again from the source.
public final class AccountRun {

  private static final int COMPRESSION_LEVEL = 1;
  private static final int BUFFER = 1 << 15;

  private final Path file;
  // Where each partition begins; the end behind the last.
  private final long[] starts;

  private AccountRun(Path file, long[] starts) {
    this.file = file;
    this.starts = starts;
  }

  /// Does pieces of work, perhaps at the same time, and gives back their results in order.
  @FunctionalInterface
  public interface Workers {
    /// Does all of it.
    List<byte[]> doAll(List<Callable<byte[]>> work) throws IOException;
  }

  /// Takes the accounts out of a fold and writes them.
  static AccountRun write(Path file, SegmentFold fold, Workers workers) throws IOException {
    List<Callable<byte[]>> work =
        fold.takeAccounts().stream()
            .<Callable<byte[]>>map(accounts -> () -> encode(accounts))
            .toList();
    long[] starts = new long[work.size() + 1];
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var out = Channels.newOutputStream(channel);
      List<byte[]> partitions = workers.doAll(work);
      for (int i = 0; i < partitions.size(); i++) {
        out.write(partitions.get(i));
        starts[i + 1] = starts[i] + partitions.get(i).length;
      }
    }
    return new AccountRun(file, starts);
  }

  private static byte[] encode(Collection<AccountFold> accounts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CborOut out = new CborOut(new ZstdOutputStream(bytes, COMPRESSION_LEVEL))) {
      accounts.stream()
          .sorted(Comparator.comparing(AccountFold::id, ByteOrder::compare))
          .forEach(account -> PartCodec.write(out.flag(true), account));
      out.flag(false);
    }
    return bytes.toByteArray();
  }

  /// How many bytes it takes on disk.
  public long bytes() {
    return starts[starts.length - 1];
  }

  /// Reads the accounts of a partition.
  Cursor open(int partition) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      channel.position(starts[partition]);
      return new Cursor(Channels.newInputStream(channel));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /// Removes it.
  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /// Goes over the accounts of one partition, in order.
  static final class Cursor implements AutoCloseable {

    private final CborIn in;
    private @Nullable AccountFold next;

    private Cursor(InputStream stored) throws IOException {
      in = new CborIn(new ZstdInputStream(new BufferedInputStream(stored, BUFFER)));
      advance();
    }

    /// The account it stands at; null behind the last.
    @Nullable AccountFold account() {
      return next;
    }

    void advance() {
      next = in.flag() ? PartCodec.readAccount(in) : null;
    }

    @Override
    public void close() {
      in.close();
    }
  }
}

package io.iolaus.ingest.journal;

import io.iolaus.ingest.fold.AccountFold;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Brings together what many segments say of each account, on disk: accounts are put into boxes by
/// a hash of their ids, and a box is small enough to be looked through in memory. Safe for use by
/// several threads.
public final class AccountShelf implements AutoCloseable {

  /// As many boxes as are enough for what a few files say.
  public static final int BOXES = 128;

  /// More than that would be more files than a process may have open.
  public static final int MOST_BOXES = 512;

  private static final int BUFFER = 1 << 14;

  private final Path folder;
  private final int size;
  private final List<CborOut> boxes = new ArrayList<>();

  private AccountShelf(Path folder, int size) {
    this.folder = folder;
    this.size = size;
  }

  /// What one segment says of an account.
  ///
  /// @param segment number of the segment among all, as it was put
  /// @param part of the segment
  public record Item(String account, int segment, int part, byte[] encoded) {

    /// The fold, anew each time.
    public AccountFold decode() {
      try (CborIn in = new CborIn(new ByteArrayInputStream(encoded))) {
        return PartCodec.readAccount(in);
      }
    }
  }

  /// An empty shelf of {@link #BOXES}.
  ///
  /// @param folder made where it is missing; its files end in `.tmp` and mean nothing to anyone
  ///   else
  public static AccountShelf create(Path folder) throws IOException {
    return create(folder, BOXES);
  }

  /// An empty shelf.
  ///
  /// @param boxes 1 to {@link #MOST_BOXES}
  public static AccountShelf create(Path folder, int boxes) throws IOException {
    Files.createDirectories(folder);
    AccountShelf shelf = new AccountShelf(folder, boxes);
    for (int i = 0; i < boxes; i++) {
      shelf.boxes.add(
          new CborOut(new BufferedOutputStream(Files.newOutputStream(shelf.file(i)), BUFFER)));
    }
    return shelf;
  }

  /// Puts what a segment says of an account into its box.
  public void put(int segment, int part, AccountFold account) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CborOut out = new CborOut(bytes)) {
      PartCodec.write(out, account);
    }
    // The upper bits of the hash say which.
    long hash = Integer.toUnsignedLong(account.id().hashCode() * 0x9E3779B9);
    CborOut box = boxes.get((int) ((hash * size) >>> Integer.SIZE));
    synchronized (box) {
      box.flag(true).number(segment).number(part).text(account.id()).bytes(bytes.toByteArray());
    }
  }

  /// How many boxes there are.
  public int size() {
    return size;
  }

  /// Ends putting; from now on boxes can be read.
  public void fill() {
    boxes.forEach(box -> box.flag(false).close());
    boxes.clear();
  }

  /// What is in a box, as it was put.
  public List<Item> read(int box) throws IOException {
    List<Item> items = new ArrayList<>();
    try (CborIn in = new CborIn(new BufferedInputStream(Files.newInputStream(file(box)), BUFFER))) {
      while (in.flag()) {
        int segment = in.count();
        int part = in.count();
        items.add(new Item(in.text(), segment, part, in.bytes()));
      }
    }
    return items;
  }

  private Path file(int box) {
    return folder.resolve("box-%03d.tmp".formatted(box));
  }

  @Override
  public void close() throws IOException {
    boxes.forEach(CborOut::close);
    for (int i = 0; i < size; i++) {
      Files.deleteIfExists(file(i));
    }
  }
}

package io.iolaus.ingest.bulk;

import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.bulk.FirstLoad.Load;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.journal.AccountShelf;
import io.iolaus.ingest.journal.EncodedPart;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.Part;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.journal.SegmentReader;
import io.iolaus.ingest.state.AccountState;
import io.iolaus.ingest.write.BatchWriter;
import io.iolaus.ingest.write.NetworkLinks;
import io.iolaus.ingest.write.PartContext;
import io.iolaus.ingest.write.PartWriter;
import io.iolaus.ingest.write.Recording;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes sealed segments for the importer, as if one had gone to the graph after the other.
///
/// Of an account everything must be known before it is written. A single segment has it in one
/// place; what several say of each account is brought together on disk first.
final class ImportSegments {

  // Of a box, as a fold would take; boxes are worked on side by side.
  private static final long BOX_BYTES = 32L << 20;
  private static final int LETTERS_IN_MEMORY = 1 << 24;

  private final ImportGraph graph;
  private final Journal journal;
  private final Load load;
  private final BatchWriter batches;
  private final PartWriter entities;
  private final List<Incoming> incoming = new ArrayList<>();
  private final WriteHook hook;
  private long lettersInMemory;
  private int pieces;
  private int ready;

  /// @param hook hears how far it is, and of each segment when it is written
  ImportSegments(ImportGraph graph, Journal journal, Load load, WriteHook hook) {
    this.graph = graph;
    this.journal = journal;
    this.load = load;
    this.hook = hook;
    batches =
        new BatchWriter(graph, load.home().deadLetters(), load.clock(), load.sessions(), hook);
    entities = new PartWriter(graph, NetworkLinks.load(graph));
  }

  /// A segment on its way.
  ///
  /// @param seq number of its batch
  private record Incoming(Path file, SegmentHeader header, long seq, SegmentOutcome outcome) {
    Recording recording() {
      return new Recording(seq, header.segment(), header.sealedAt());
    }
  }

  /// Writes segments in this order.
  ///
  /// @param folder for what is needed on the way
  void write(List<Path> segments, Path folder) throws IOException {
    for (Path file : segments) {
      SegmentHeader header = journal.header(file);
      incoming.add(new Incoming(file, header, batches.sequence(header), new SegmentOutcome()));
    }
    Map<Incoming, List<String>> letters = new HashMap<>();
    int boxes = incoming.size() == 1 ? 0 : boxes();
    pieces = boxes + incoming.stream().mapToInt(segment -> segment.header.parts()).sum();
    try (Work work = new Work(load.sessions(), this::tell)) {
      if (boxes == 0) {
        read(0, work, this::writePart, letters);
      } else {
        try (AccountShelf shelf = AccountShelf.create(folder, boxes)) {
          for (int i = 0; i < incoming.size(); i++) {
            read(
                i,
                work,
                (segment, part, encoded) -> shelve(shelf, segment, part, encoded),
                letters);
          }
          shelf.fill();
          for (int i = 0; i < shelf.size(); i++) {
            int box = i;
            work.add(() -> writeBox(shelf, box));
          }
          work.await();
        }
      }
    }
    for (Incoming segment : incoming) {
      List<String> rejected = letters.get(segment);
      batches.close(
          segment.header,
          rejected == null ? readLetters(segment) : rejected,
          segment.outcome.total());
    }
  }

  private void tell() {
    hook.prepared(++ready, pieces);
  }

  private int boxes() {
    long bytes = incoming.stream().mapToLong(segment -> FirstLoad.foldBytes(segment.header)).sum();
    return Math.clamp(bytes / BOX_BYTES, 1, AccountShelf.MOST_BOXES);
  }

  private interface PartAction {
    boolean take(int segment, int part, EncodedPart encoded) throws IOException;
  }

  /// Reads a segment: entities are written in their order, accounts go to an action on another
  /// thread.
  private void read(int number, Work work, PartAction action, Map<Incoming, List<String>> letters)
      throws IOException {
    Incoming segment = incoming.get(number);
    try (SegmentReader reader = journal.read(segment.file)) {
      for (int i = 0; i < segment.header.parts(); i++) {
        int part = i;
        EncodedPart encoded = reader.nextPart();
        if (encoded.isOfAccounts()) {
          work.add(() -> action.take(number, part, encoded));
        } else {
          writeEntities(segment, part, encoded.decode());
          tell();
        }
      }
      List<String> rejected = reader.deadLetters();
      lettersInMemory += rejected.stream().mapToLong(String::length).sum();
      if (lettersInMemory < LETTERS_IN_MEMORY) {
        letters.put(segment, rejected);
      }
    }
    work.await();
  }

  private List<String> readLetters(Incoming segment) throws IOException {
    try (SegmentReader reader = journal.read(segment.file)) {
      for (int i = 0; i < segment.header.parts(); i++) {
        reader.nextPart();
      }
      return reader.deadLetters();
    }
  }

  private void writeEntities(Incoming segment, int number, Part part) {
    graph.write(transaction -> {
      PartContext context =
          new PartContext(transaction, segment.recording(), segment.header.source());
      entities.write(context, part);
      segment.outcome.add(context.tally().counts(), number, "", context.deadLetters());
      return number;
    });
  }

  /// Writes the accounts of a part; nothing else speaks of them.
  private boolean writePart(int segment, int number, EncodedPart encoded) {
    ImportAccounts out = graph.accounts();
    Part part = encoded.decode();
    for (AccountFold account : part.accounts()) {
      AccountState state = new AccountState(account.id());
      apply(state, segment, number, account);
      out.write(state);
    }
    out.addShared(part);
    out.flush();
    return true;
  }

  private boolean shelve(AccountShelf shelf, int segment, int number, EncodedPart encoded) {
    ImportAccounts out = graph.accounts();
    Part part = encoded.decode();
    part.accounts().forEach(account -> shelf.put(segment, number, account));
    out.addShared(part);
    out.flush();
    return true;
  }

  private boolean writeBox(AccountShelf shelf, int box) throws IOException {
    ImportAccounts out = graph.accounts();
    List<AccountShelf.Item> items = shelf.read(box);
    items.sort(
        Comparator.comparing(AccountShelf.Item::account)
            .thenComparingInt(AccountShelf.Item::segment));
    AccountState state = null;
    for (AccountShelf.Item item : items) {
      if (state == null || !state.id().equals(item.account())) {
        if (state != null) {
          out.write(state);
        }
        state = new AccountState(item.account());
      }
      apply(state, item.segment(), item.part(), item.decode());
    }
    if (state != null) {
      out.write(state);
    }
    out.flush();
    return true;
  }

  private void apply(AccountState state, int number, int part, AccountFold fold) {
    Incoming segment = incoming.get(number);
    List<String> conflicts = new ArrayList<>(0);
    LineCounts counts =
        state.apply(fold, segment.recording(), segment.header.source(), conflicts::add);
    segment.outcome.add(counts, part, state.id(), conflicts);
  }
}

package io.iolaus.ingest.replace;

import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.journal.AccountShelf;
import io.iolaus.ingest.journal.BatchState;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.replace.ReplacementFolder.Ready;
import io.iolaus.ingest.state.AccountState;
import io.iolaus.ingest.write.NetworkLinks;
import io.iolaus.ingest.write.WriteHook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// Replaces a batch by segments that wait.
///
/// Sums cannot be taken back out of summaries that are bounded, so what the batch touched is put
/// together again from the segments that the home has kept. That happens in memory, account by
/// account, once as the graph is and once as it will be: so what becomes of the lines of all other
/// batches is known before anything is changed, and each account goes from the one to the other in
/// one transaction.
///
/// 1. *Look.* Gather what segments say of what may change, put it together, compare it with the
///    graph, and find out whether anything stands against it. Nothing is written but files of our
///    own.
/// 2. *Begin.* `ready` says on disk what is replaced; a mark in the graph, set under the lock that
///    everyone takes to begin a segment, keeps all others out.
/// 3. *Write.* Accounts and what they share become what they will be. All of it may be done again.
/// 4. *End.* One transaction gives all batches their new counts and takes the mark away.
/// 5. *Settle.* Dead letters and kept segments are put in place, and `ready` goes.
///
/// Cut short before 2 nothing has happened; after it the next call on the home goes on: again from
/// 3, or from 5 if the graph says that it had come there.
public final class BatchReplacer {

  // A transaction takes about as many accounts, and at most as many edges, as a part holds.
  private static final int BYTES_ACCOUNT = 20_000;
  private static final int FEWEST = 8;
  private static final int EDGES = 20_000;

  private final GraphWriter graph;
  private final Journal journal;
  private final ReplacementFolder folder;
  private final String keyPrefix;
  private final Path deadLetters;
  private final Clock clock;
  private final WriteHook hook;
  private final int most;

  /// @param journal is open, and what it had sealed is in the graph
  /// @param journalFolder where that is
  /// @param keyPrefix what references under the present site secret begin with
  /// @param clock for `recordedAt` alone
  /// @param partBytes about how much heap the accounts of one transaction take
  /// @param hook hears of the accounts that are written, as of parts
  public BatchReplacer(
      GraphWriter graph,
      Journal journal,
      Path journalFolder,
      String keyPrefix,
      Path deadLetters,
      Clock clock,
      long partBytes,
      WriteHook hook) {
    this.graph = graph;
    this.journal = journal;
    this.folder = new ReplacementFolder(journalFolder);
    this.keyPrefix = keyPrefix;
    this.deadLetters = deadLetters;
    this.clock = clock;
    this.hook = hook;
    most = Math.clamp(partBytes / BYTES_ACCOUNT, FEWEST, EDGES);
  }

  /// Where the segments are to be sealed that come: a journal of its own.
  public Journal waitingSegments() throws IOException {
    folder.clear();
    return Journal.open(folder.segments(), clock);
  }

  /// Gives up what waits.
  public void forget() throws IOException {
    folder.clear();
  }

  /// Requires that a batch may be replaced, as far as that can be told without the corrected file.
  public void check(List<BatchState> batches, String batch) throws IOException {
    String obstacle = graph.write(transaction -> ReplacementState.lock(transaction).obstacle());
    if (!obstacle.isEmpty()) {
      throw new ReplacementRefusedException(obstacle + "; nothing was changed");
    }
    HomeCheck.check(journal, batches, batch);
  }

  /// The batch whose replacement was cut short and has to be brought to its end with {@link
  /// #resume}; one that had not begun is given up.
  public Optional<String> unfinished() throws IOException {
    Optional<Ready> ready = folder.ready();
    if (ready.isEmpty()) {
      folder.clear();
      return Optional.empty();
    }
    ReplacementState state = graph.write(ReplacementState::lock);
    String token = ready.get().token();
    if (!state.last().equals(token) && !state.token().equals(token)) {
      folder.clear();
      return Optional.empty();
    }
    return Optional.of(ready.get().batch());
  }

  /// Brings a replacement to its end that was cut short.
  ///
  /// @param batches as the graph holds them now
  public void resume(List<BatchState> batches) throws IOException {
    Ready ready = folder.ready().orElseThrow();
    boolean ended =
        graph.write(transaction -> ReplacementState.lock(transaction).last().equals(ready.token()));
    if (ended) {
      settle(ready.batch(), batches);
      return;
    }
    try (AccountShelf shelf = AccountShelf.create(folder.shelf())) {
      Work work = gather(batches, ready.batch(), shelf);
      work.look(false);
      finish(work, ready);
    }
  }

  /// Replaces a batch by the segments that wait.
  ///
  /// @param batches as the graph holds them
  /// @throws ReplacementRefusedException if that cannot be done; nothing was changed
  public void replace(List<BatchState> batches, String batch) throws IOException {
    try (AccountShelf shelf = AccountShelf.create(folder.shelf())) {
      Work work = gather(batches, batch, shelf);
      HomeCheck.check(batches, work.gathered);
      work.look(true);
      work.batchChanges().check();
      Timeline.backdate(journal, batch, folder.coming(batch));
      Ready ready = new Ready(batch, UUID.randomUUID().toString());
      folder.ready(ready);
      String obstacle = begin(ready);
      if (!obstacle.isEmpty()) {
        throw new ReplacementRefusedException(obstacle + "; nothing was changed");
      }
      finish(work, ready);
    }
  }

  private String begin(Ready ready) {
    return graph.write(transaction -> {
      ReplacementState state = ReplacementState.lock(transaction);
      boolean begun = state.token().equals(ready.token());
      String obstacle = begun ? "" : state.obstacle();
      if (obstacle.isEmpty()) {
        transaction.run("replace/begin", Map.of("batch", ready.batch(), "token", ready.token()));
      }
      return obstacle;
    });
  }

  private void finish(Work work, Ready ready) throws IOException {
    work.write();
    BatchChanges changes = work.batchChanges();
    changes.stage();
    graph.write(transaction -> {
      if (!ReplacementState.lock(transaction).last().equals(ready.token())) {
        changes.write(transaction, clock);
        transaction.run("replace/end", Map.of("token", ready.token()));
      }
      return ready;
    });
    hook.segmentWritten(ready.batch(), changes.segments());
    settle(ready.batch(), changes.segments());
  }

  private void settle(String batch, List<BatchState> batches) throws IOException {
    settle(
        batch,
        batches.stream()
            .filter(state -> state.id().equals(batch))
            .mapToInt(BatchState::segments)
            .findFirst()
            .orElseThrow());
  }

  private void settle(String batch, int segments) throws IOException {
    new LetterChanges(deadLetters, folder.letters()).settle();
    journal.replaceKept(batch, folder.segments().resolve(batch), segments);
    folder.clear();
  }

  private Work gather(List<BatchState> batches, String batch, AccountShelf shelf)
      throws IOException {
    List<TimedSegment> segments = Timeline.of(journal, batches, batch, folder.coming(batch));
    return new Work(batches, batch, Gathered.of(journal, segments, keyPrefix, shelf), shelf);
  }

  /// One replacement, from what was gathered on.
  private final class Work {

    private final List<BatchState> batches;
    private final String batch;
    private final Gathered gathered;
    private final Histories histories;
    private final Set<String> capabilitiesBefore = new HashSet<>();
    private final Set<String> capabilitiesAfter = new HashSet<>();
    private final Outcome outcome;
    private Map<EntityKey, EntityState> entities = Map.of();

    Work(List<BatchState> batches, String batch, Gathered gathered, AccountShelf shelf) {
      this.batches = batches;
      this.batch = batch;
      this.gathered = gathered;
      histories = new Histories(gathered, shelf);
      outcome = new Outcome(gathered.segments().size());
    }

    /// Finds out what will become of all lines.
    ///
    /// @param compare whether the graph must hold what the segments say
    void look(boolean compare) throws IOException {
      HeldCheck check = new HeldCheck(graph);
      entities = histories.entities(outcome);
      histories.accounts(
          outcome,
          new Groups(
              pair -> {
                capabilitiesBefore.addAll(pair.before().capabilities());
                capabilitiesAfter.addAll(pair.after().capabilities());
                return pair.before();
              },
              accounts -> {
                String other = compare ? check.firstOther(accounts) : null;
                if (other != null) {
                  throw new ReplacementRefusedException(
                      "the graph does not hold of account "
                          + other
                          + " what the segments kept in this home say: something came from"
                          + " elsewhere, or files of the journal were changed, or copied without"
                          + " their times. Restore the journal, or load all sources anew into"
                          + " another database; nothing was changed");
                }
              }));
    }

    void write() throws IOException {
      NetworkLinks networks = NetworkLinks.load(graph);
      SharedRewriter shared = new SharedRewriter(graph, networks);
      AccountRewriter accounts = new AccountRewriter(graph, networks);
      int groups = Math.max(1, (gathered.touched().accounts() + most - 1) / most);
      hook.writing(batch, 0, groups);
      shared.write(entities);
      int[] written = {0};
      Outcome again = new Outcome(gathered.segments().size());
      histories.accounts(
          again,
          new Groups(
              Histories.Pair::after,
              states -> {
                accounts.write(states);
                hook.partWritten(batch + "/0/" + written[0]++);
              }));
      shared.writeInstruments(gathered.instruments);
      Set<String> used = new HashSet<>(gathered.capabilities);
      used.addAll(capabilitiesAfter);
      Set<String> perhaps = new HashSet<>(gathered.touched().capabilities);
      perhaps.addAll(capabilitiesBefore);
      shared.writeCapabilities(perhaps, used);
      shared.drop(entities, gathered.touched(), gathered.mentioned);
    }

    BatchChanges batchChanges() throws IOException {
      return new BatchChanges(
          batches,
          batch,
          gathered,
          outcome,
          journal,
          new LetterChanges(deadLetters, folder.letters()));
    }
  }

  private interface GroupAction {
    void accept(List<AccountState> accounts) throws IOException;
  }

  /// Collects accounts until there are enough for a transaction.
  private final class Groups implements Histories.Action {

    private final Function<Histories.Pair, AccountState> which;
    private final GroupAction action;
    private final List<AccountState> pending = new ArrayList<>();
    private int edges;

    Groups(Function<Histories.Pair, AccountState> which, GroupAction action) {
      this.which = which;
      this.action = action;
    }

    @Override
    public void account(Histories.Pair account) throws IOException {
      AccountState state = which.apply(account);
      pending.add(state);
      edges += state.edges().size();
      if (pending.size() == most || edges >= EDGES) {
        flush();
      }
    }

    @Override
    public void end() throws IOException {
      flush();
    }

    private void flush() throws IOException {
      if (!pending.isEmpty()) {
        pending.sort(Comparator.comparing(AccountState::id, ByteOrder::compare));
        action.accept(List.copyOf(pending));
        pending.clear();
        edges = 0;
      }
    }
  }

  /// Of what the last segment of each batch says; for {@link HomeCheck}.
  static Optional<SegmentHeader> lastHeader(Gathered gathered, String batch) {
    Optional<SegmentHeader> last = Optional.empty();
    for (int i = 0; i < gathered.segments().size(); i++) {
      TimedSegment segment = gathered.segments().get(i);
      if (segment.batch().equals(batch) && segment.before()) {
        last = Optional.of(gathered.headers.get(i));
      }
    }
    return last;
  }
}

package io.iolaus.ingest.journal;

import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.FoldPartition;
import io.iolaus.ingest.fold.SegmentFold;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// All accounts of a fold, merged with those of its runs on a thread of its own, a bounded number
/// ahead of who takes them: reading runs and writing parts take about the same time.
final class MergeAhead {

  private static final long BATCH_BYTES = 1 << 20;
  private static final int BATCHES = 8;
  private static final int LOOK_MILLIS = 20;

  private final SegmentFold fold;
  private final List<AccountRun> runs;
  private final BlockingQueue<Batch> merged = new ArrayBlockingQueue<>(BATCHES);

  private MergeAhead(SegmentFold fold, List<AccountRun> runs) {
    this.fold = fold;
    this.runs = runs;
  }

  private record Batch(FoldPartition partition, List<AccountFold> accounts) {
    void forEach(BiConsumer<FoldPartition, AccountFold> action) {
      accounts.forEach(account -> action.accept(partition, account));
    }
  }

  /// Gives every account with the partition it is in, as {@link AccountMerge} does, partition by
  /// partition, on the calling thread.
  static void forEach(
      SegmentFold fold, List<AccountRun> runs, BiConsumer<FoldPartition, AccountFold> action) {
    MergeAhead ahead = new MergeAhead(fold, runs);
    if (runs.isEmpty()) {
      ahead.merge(batch -> batch.forEach(action)); // There is nothing to read.
      return;
    }
    ExecutorService thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("ingest-merge").factory());
    try {
      Future<?> merging =
          thread.submit(() -> {
            ahead.merge(ahead::put);
            return null;
          });
      ahead.take(merging, action);
      merging.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("interrupted while sealing"));
    } catch (ExecutionException e) {
      throw unchecked(e);
    } finally {
      thread.shutdownNow();
      thread.close();
    }
  }

  private static RuntimeException unchecked(ExecutionException failed) {
    return switch (failed.getCause()) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException(failed);
    };
  }

  private void put(Batch batch) {
    try {
      merged.put(batch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("nobody takes what was merged"));
    }
  }

  private void merge(Consumer<Batch> action) {
    for (int i = 0; i < fold.partitions().size(); i++) {
      FoldPartition partition = fold.partitions().get(i);
      List<AccountFold> batch = new ArrayList<>();
      long bytes = 0;
      try (AccountMerge accounts = AccountMerge.open(i, runs, partition.takeAccounts())) {
        while (accounts.hasNext()) {
          AccountFold account = accounts.next();
          batch.add(account);
          bytes += account.bytes();
          if (bytes >= BATCH_BYTES) {
            action.accept(new Batch(partition, batch));
            batch = new ArrayList<>();
            bytes = 0;
          }
        }
      }
      if (!batch.isEmpty()) {
        action.accept(new Batch(partition, batch));
      }
    }
  }

  private void take(Future<?> merging, BiConsumer<FoldPartition, AccountFold> action)
      throws InterruptedException {
    while (true) {
      boolean last = merging.isDone(); // Asked first: nothing comes behind that.
      Batch batch = merged.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (batch != null) {
        batch.forEach(action);
      } else if (last) {
        return;
      }
    }
  }
}

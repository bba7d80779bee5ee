package io.iolaus.ingest.journal;

import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Brings together what runs and memory hold of the accounts of one partition: every account once,
/// by id in byte order. Each is forgotten here when it was given.
final class AccountMerge implements AutoCloseable {

  private final Deque<AccountFold> sorted;
  private final PriorityQueue<AccountRun.Cursor> cursors =
      new PriorityQueue<>(Comparator.comparing(AccountMerge::id, ByteOrder::compare));
  private final List<AccountRun.Cursor> open = new ArrayList<>();

  private AccountMerge(Collection<AccountFold> inMemory) {
    sorted =
        inMemory.stream()
            .sorted(Comparator.comparing(AccountFold::id, ByteOrder::compare))
            .collect(Collectors.toCollection(ArrayDeque::new));
  }

  /// @param inMemory the accounts of the partition that are in no run
  static AccountMerge open(int partition, List<AccountRun> runs, Collection<AccountFold> inMemory) {
    AccountMerge merge = new AccountMerge(inMemory);
    try {
      for (AccountRun run : runs) {
        AccountRun.Cursor cursor = run.open(partition);
        merge.open.add(cursor);
        merge.add(cursor);
      }
      return merge;
    } catch (RuntimeException e) {
      merge.close();
      throw e;
    }
  }

  boolean hasNext() {
    return !cursors.isEmpty() || !sorted.isEmpty();
  }

  /// The next account.
  AccountFold next() {
    AccountFold account = isFirst(sorted.peek()) ? sorted.remove() : take();
    while (!cursors.isEmpty() && id(cursors.element()).equals(account.id())) {
      account.merge(take());
    }
    return account;
  }

  /// Whether an account in memory comes no later than any on disk.
  private boolean isFirst(@Nullable AccountFold account) {
    return account != null
        && (cursors.isEmpty() || ByteOrder.compare(account.id(), id(cursors.element())) <= 0);
  }

  private AccountFold take() {
    AccountRun.Cursor cursor = cursors.remove();
    AccountFold account = cursor.account();
    if (account == null) {
      throw new IllegalStateException("a cursor behind its last account");
    }
    cursor.advance();
    add(cursor);
    return account;
  }

  private void add(AccountRun.Cursor cursor) {
    if (cursor.account() != null) {
      cursors.add(cursor);
    }
  }

  private static String id(AccountRun.Cursor cursor) {
    AccountFold account = cursor.account();
    return account == null ? "" : account.id();
  }

  @Override
  public void close() {
    open.forEach(AccountRun.Cursor::close);
  }
}

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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Brings together what runs and memory hold of the accounts of one partition.
final class AccountMerge {

  private AccountMerge() {}

  /// Gives every account once, by id in byte order. Each is forgotten here when it was given.
  ///
  /// @param inMemory the accounts of the partition that are in no run
  static void forEach(
      int partition,
      List<AccountRun> runs,
      Collection<AccountFold> inMemory,
      Consumer<AccountFold> action) {
    Deque<AccountFold> sorted =
        inMemory.stream()
            .sorted(Comparator.comparing(AccountFold::id, ByteOrder::compare))
            .collect(Collectors.toCollection(ArrayDeque::new));
    PriorityQueue<AccountRun.Cursor> cursors =
        new PriorityQueue<>(Comparator.comparing(AccountMerge::id, ByteOrder::compare));
    List<AccountRun.Cursor> open = new ArrayList<>();
    try {
      for (AccountRun run : runs) {
        AccountRun.Cursor cursor = run.open(partition);
        open.add(cursor);
        add(cursors, cursor);
      }
      while (!cursors.isEmpty() || !sorted.isEmpty()) {
        AccountFold account = isFirst(sorted.peek(), cursors) ? sorted.remove() : take(cursors);
        while (!cursors.isEmpty() && id(cursors.element()).equals(account.id())) {
          account.merge(take(cursors));
        }
        action.accept(account);
      }
    } finally {
      open.forEach(AccountRun.Cursor::close);
    }
  }

  /// Whether an account in memory comes no later than any on disk.
  private static boolean isFirst(
      @Nullable AccountFold account, PriorityQueue<AccountRun.Cursor> cursors) {
    return account != null
        && (cursors.isEmpty() || ByteOrder.compare(account.id(), id(cursors.element())) <= 0);
  }

  private static AccountFold take(PriorityQueue<AccountRun.Cursor> cursors) {
    AccountRun.Cursor cursor = cursors.remove();
    AccountFold account = cursor.account();
    if (account == null) {
      throw new IllegalStateException("a cursor behind its last account");
    }
    cursor.advance();
    add(cursors, cursor);
    return account;
  }

  private static void add(PriorityQueue<AccountRun.Cursor> cursors, AccountRun.Cursor cursor) {
    if (cursor.account() != null) {
      cursors.add(cursor);
    }
  }

  private static String id(AccountRun.Cursor cursor) {
    AccountFold account = cursor.account();
    return account == null ? "" : account.id();
  }
}

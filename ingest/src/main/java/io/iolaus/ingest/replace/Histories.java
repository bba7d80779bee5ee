package io.iolaus.ingest.replace;

import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.journal.AccountShelf;
import io.iolaus.ingest.journal.AccountShelf.Item;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.replace.Gathered.Said;
import io.iolaus.ingest.state.AccountState;
import io.iolaus.ingest.write.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Goes over what may change and puts it together twice: as it is, and as it will be.
final class Histories {

  /// An account as it is and as it will be.
  record Pair(AccountState before, AccountState after) {}

  /// Takes accounts, in no order, and hears where they end.
  interface Action {
    void account(Pair account) throws IOException;

    void end() throws IOException;
  }

  private final Gathered gathered;
  private final AccountShelf shelf;

  Histories(Gathered gathered, AccountShelf shelf) {
    this.gathered = gathered;
    this.shelf = shelf;
  }

  /// Shows every account; adds what became of its lines to the outcome.
  void accounts(Outcome outcome, Action action) throws IOException {
    for (int box = 0; box < shelf.size(); box++) {
      Map<String, List<Item>> byAccount = new TreeMap<>(ByteOrder::compare);
      for (Item item : shelf.read(box)) {
        byAccount.computeIfAbsent(item.account(), _ -> new ArrayList<>()).add(item);
      }
      for (Map.Entry<String, List<Item>> entry : byAccount.entrySet()) {
        entry.getValue().sort(Comparator.comparingInt(Item::segment));
        action.account(account(entry.getKey(), entry.getValue(), outcome));
      }
    }
    action.end();
  }

  private Pair account(String id, List<Item> items, Outcome outcome) {
    AccountState before = new AccountState(id);
    AccountState after = new AccountState(id);
    for (Item item : items) {
      TimedSegment segment = gathered.segments().get(item.segment());
      SegmentHeader header = gathered.headers.get(item.segment());
      String source = header.source();
      Recording recording = new Recording(segment.seq(), header.segment(), header.sealedAt());
      List<String> is = new ArrayList<>();
      List<String> willBe = new ArrayList<>();
      if (segment.before()) {
        outcome.before(item.segment(), before.apply(item.decode(), recording, source, is::add));
      }
      if (segment.after()) {
        outcome.after(item.segment(), after.apply(item.decode(), recording, source, willBe::add));
      }
      outcome.letters(item.segment(), item.part(), id, is, willBe);
    }
    return new Pair(before, after);
  }

  /// The entities as they will be; adds what became of their lines to the outcome.
  Map<EntityKey, EntityState> entities(Outcome outcome) {
    Map<EntityKey, EntityState> states = new HashMap<>();
    gathered.entities.forEach((key, said) -> {
      EntityState before = new EntityState();
      EntityState after = new EntityState();
      for (Said one : said) {
        TimedSegment segment = gathered.segments().get(one.segment());
        long at = gathered.headers.get(one.segment()).sealedAt();
        if (segment.before()) {
          outcome.before(one.segment(), before.apply(one.fold(), at));
        }
        if (segment.after()) {
          outcome.after(one.segment(), after.apply(one.fold(), at));
        }
      }
      states.put(key, after);
    });
    return states;
  }
}

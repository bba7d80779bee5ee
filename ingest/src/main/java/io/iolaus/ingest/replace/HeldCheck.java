package io.iolaus.ingest.replace;

import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.fold.ExchangeFold;
import io.iolaus.ingest.state.AccountState;
import io.iolaus.ingest.write.KnownEvents;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sees whether the graph holds of accounts exactly what the segments of this home say: else there
/// is something in it that would be lost.
final class HeldCheck {

  private final GraphWriter graph;

  HeldCheck(GraphWriter graph) {
    this.graph = graph;
  }

  /// The first of these accounts that is not what it should be, null where all are.
  @Nullable String firstOther(List<AccountState> accounts) {
    Map<String, GraphRow> held = new HashMap<>();
    List<String> ids = accounts.stream().map(AccountState::id).toList();
    graph
        .write(transaction -> transaction.runAll("replace/accounts-held", ids))
        .forEach(row -> held.put(row.text("id"), row));
    return accounts.stream()
        .filter(account -> !isLike(account, held.get(account.id())))
        .map(AccountState::id)
        .findFirst()
        .orElse(null);
  }

  private static boolean isLike(AccountState account, @Nullable GraphRow row) {
    if (row == null || !account.exists()) {
      return row == null && !account.exists();
    }
    ExchangeFold exchanges = account.exchanges();
    KnownEvents events = account.events();
    byte[] ids = row.optionalBytes("eventIds").orElse(new byte[0]);
    return row.number("exchanges") == (exchanges == null ? 0 : exchanges.days().total())
        && row.texts("facts").equals(account.facts().encode())
        && Arrays.equals(ids, events == null ? new byte[0] : events.toBytes())
        && row.number("paidWith") + row.number("connectedFrom") + row.number("hasIdentifier")
            == account.edges().size();
  }
}

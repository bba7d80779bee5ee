package io.iolaus.cypher.detect;

import io.iolaus.cypher.statement.Statements;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/// Tells which accounts what was loaded since a moment can have changed, for a run that reads only
/// these again. It may name a few too many; it misses none:
///
/// 1. Every transaction that writes anything of an account that a run reads, stamps the account
///    with its batch and segment. One that changes what a run reads of something accounts lead to
///    (the kind of an instrument or organization, the use of a network) stamps that; the accounts
///    that lead there now are named. Addresses that come to be in another network, renewed
///    identifiers and replaced batches are counted, and nothing is told account by account.
/// 2. A segment is in the {@link Intake} when all of its parts are in the graph, and no part of it
///    is written afterwards. So whatever is written after {@link #now} has a stamp above the
///    segments that it knows: also parts of a segment that was begun before, or is brought in again
///    after a crash, and all of a batch that was not there. Accounts are read after that.
/// 3. The last stamp stays. It came later than those that it covers, so if one of these is asked
///    for, it is too.
/// 4. All nodes are looked at, each once; see `queries/detect/touched`. An account that is written
///    meanwhile has one stamp that is asked for or another.
/// 5. What {@link #now} has seen of a transaction may be visible before the rest of it is. So it
///    waits for the locks that these transactions hold to their ends.
///
/// Links between accounts follow: a detector finds what several accounts show, so a link is another
/// one only where an account is named that is in it now or was. An account that is not named may
/// gain or lose a link by that; what is read of the account itself is the same. Not told either is
/// what moves with the window alone: a day that falls out of it, an account created after the
/// earlier run's moment.
///
/// For a run after another one, in this order: `next = now()`, `touchedSince(before)`, read these
/// accounts; then `next` is what the run after asks from.
public final class IntakeReader {

  private final Driver driver;

  public IntakeReader(Driver driver) {
    this.driver = driver;
  }

  /// What is in the graph now. To be read before a run reads accounts.
  public Intake now() {
    try (Session session = driver.session()) {
      return session.executeWrite(tx -> {
        Intake intake = intake(tx.run(Statements.load("queries/detect/intake")).single());
        tx.run(Statements.load("writes/detect/intake-settle")).consume();
        return intake;
      });
    }
  }

  /// The ids of accounts of which a run that asked for `before`, and then read them, may have read
  /// something else than a run that reads them now; empty where it cannot be told account by
  /// account: then all must be read.
  public Optional<Set<String>> touchedSince(Intake before) {
    try (Session session = driver.session()) {
      return session.executeRead(tx -> {
        Intake now = intake(tx.run(Statements.load("queries/detect/intake")).single());
        return now.tellsSince(before)
            ? Optional.of(
                tx
                    .run(Statements.load("queries/detect/touched"), Map.of("known", known(before)))
                    .stream()
                    .map(row -> row.get("id").asString())
                    .collect(Collectors.toUnmodifiableSet()))
            : Optional.empty();
      });
    }
  }

  /// By sequence number; what is not there is 0 to the statement.
  private static List<Long> known(Intake before) {
    return LongStream.rangeClosed(0, Collections.max(before.segments().keySet()))
        .mapToObj(seq -> before.segments().getOrDefault(seq, 0L))
        .toList();
  }

  private static Intake intake(Record row) {
    Map<Long, Long> segments = new HashMap<>();
    for (Value pair : row.get("batches").values()) {
      segments.put(pair.get(0).asLong(), pair.get(1).asLong());
    }
    return new Intake(
        segments,
        row.get("replaced").asLong(),
        row.get("replacing").asBoolean(),
        row.get("relinked").asLong(),
        row.get("renewed").asLong(),
        row.get("store").asString());
  }
}

package io.iolaus.ingest.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.test.Neo4jTest;
import io.iolaus.cypher.test.TestGraph;
import io.iolaus.cypher.write.GraphRow;
import io.iolaus.cypher.write.GraphTransaction;
import io.iolaus.cypher.write.GraphWriter;
import io.iolaus.ingest.fold.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// What the statements that read before they write read is what holds until they write, however
/// many transactions want the same node.
@Neo4jTest
class LocksIT {

  private static final int THREADS = 6;
  private static final int ROUNDS = 40;

  private Driver driver;

  @BeforeEach
  void start(Driver driver) {
    this.driver = driver;
    TestGraph.empty(driver);
  }

  @ParameterizedTest
  @ValueSource(strings = {"network", "organization", "model", "claim", "verdict"})
  void noFactIsLost(String kind) throws Exception {
    atOnce((transaction, n) -> {
      FactSet facts =
          FactSet.stored(
              transaction.runAll(kind + "-lock", List.of("x")).getFirst().texts("facts"));
      facts.add(new Fact("name", n, "v" + n), 0);
      transaction.runAll(
          kind + "-write",
          List.of(Map.of("id", "x", "properties", Map.of("facts", facts.encode()))));
    });
    assertThat(number("MATCH (n {id: 'x'}) RETURN size(n.facts)")).isEqualTo(THREADS * ROUNDS);
  }

  @Test
  void noFactOfAnInstrumentIsLost() throws Exception {
    Map<String, Object> row = Map.of("id", "-:x", "instrument", "x", "newAccounts", 1L);
    atOnce((transaction, n) -> {
      GraphRow stored = transaction.runAll("instrument-merge", List.of(row)).getFirst();
      FactSet facts = FactSet.stored(stored.texts("facts"));
      facts.add(new Fact("kind", n, "v" + n), 0);
      transaction.runAll(
          "instrument-write",
          List.of(Map.of("id", "-:x", "properties", Map.of("facts", facts.encode()))));
    });
    assertThat(number("MATCH (n {id: '-:x'}) RETURN size(n.facts)")).isEqualTo(THREADS * ROUNDS);
    assertThat(number("MATCH (n {id: '-:x'}) RETURN n.accounts")).isEqualTo(THREADS * ROUNDS);
  }

  @Test
  void noAccountOfAnAddressOrIdentifierIsLost() throws Exception {
    Map<String, Object> address =
        Map.of(
            "id",
            "203.0.113.7",
            "version",
            4,
            "prefix",
            "203.0.113.0/24",
            "evidence",
            true,
            "ordinal",
            "4cb007107",
            "newAccounts",
            1L);
    Map<String, Object> identifier =
        Map.of("id", "device:x", "kind", "device", "value", "x", "keyed", false, "newAccounts", 1L);
    atOnce((transaction, n) -> {
      transaction.runAll("address-merge", List.of(address));
      transaction.runAll("identifier-merge", List.of(identifier));
    });
    assertThat(number("MATCH (n:IpAddress) RETURN n.accounts")).isEqualTo(THREADS * ROUNDS);
    assertThat(number("MATCH (n:Identifier) RETURN n.accounts")).isEqualTo(THREADS * ROUNDS);
  }

  @Test
  void noExchangeOfAnAccountIsLost() throws Exception {
    atOnce((transaction, n) -> {
      GraphRow row = transaction.runAll("account-lock", List.of("a")).getFirst();
      long before = row.isNull("exchanges") ? 0 : row.number("exchanges");
      transaction.runAll(
          "account-write",
          List.of(Map.of("id", "a", "properties", Map.of("exchanges", before + 1))));
    });
    assertThat(number("MATCH (a:Account) RETURN a.exchanges")).isEqualTo(THREADS * ROUNDS);
  }

  @Test
  void accountThatHasItsLineStaysNoPlaceholder() throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      String id = "a" + i;
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        CountDownLatch start = new CountDownLatch(2);
        Future<?> stated = threads.submit(() -> lock(id, start, true));
        Future<?> mentioned = threads.submit(() -> lock(id, start, false));
        stated.get();
        mentioned.get();
      }
    }
    assertThat(number("MATCH (a:Account) WHERE a.placeholder RETURN count(a)")).isZero();
  }

  private void lock(String id, CountDownLatch start, boolean stated) {
    new GraphWriter(driver)
        .write(transaction -> {
          start.countDown();
          awaitQuietly(start);
          transaction.runAll("account-lock", List.of(id));
          Map<String, Object> properties =
              stated ? Map.of("placeholder", false) : Map.of("exchanges", 1L);
          return transaction.runAll(
              "account-write", List.of(Map.of("id", id, "properties", properties)));
        });
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void everyBatchHasANumberOfItsOwn() throws Exception {
    Set<Long> numbers = ConcurrentHashMap.newKeySet();
    atOnce((transaction, n) ->
        numbers.add(
            transaction
                .run(
                    "batch-open",
                    Map.of("id", "b-" + n, "source", "s", "recordedAt", "-", "empty", ""))
                .getFirst()
                .number("seq")));
    assertThat(numbers).hasSize(THREADS * ROUNDS);
  }

  @Test
  void everyChangeOfNetworksCounts() throws Exception {
    Set<Long> changes = ConcurrentHashMap.newKeySet();
    atOnce((transaction, n) ->
        changes.add(transaction.run("network-change", Map.of()).getFirst().number("changes")));
    assertThat(changes).hasSize(THREADS * ROUNDS);
    long counted =
        new GraphWriter(driver)
            .<Long>write(t -> t.run("network-settle", Map.of()).getFirst().number("changes"));
    assertThat(counted).isEqualTo(THREADS * ROUNDS);
  }

  /// Runs work in many transactions from many threads; each is given a number of its own.
  private void atOnce(BiConsumer<GraphTransaction, Integer> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread * ROUNDS;
        running.add(
            threads.submit(() -> {
              GraphWriter graph = new GraphWriter(driver);
              for (int n = first; n < first + ROUNDS; n++) {
                int number = n;
                graph.write(transaction -> {
                  work.accept(transaction, number);
                  return number;
                });
              }
            }));
      }
      for (Future<?> future : new HashSet<>(running)) {
        future.get();
      }
    }
  }

  private long number(String query) {
    try (Session session = driver.session()) {
      return session.run(query).single().get(0).asLong();
    }
  }
}

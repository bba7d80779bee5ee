package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.cypher.test.Neo4jTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/// Mutated lines all the way into the graph and the dead letters; a million of them stop before the
/// database, in {@link FuzzTest}.
@Neo4jTest
class FuzzIT {

  private static final int LINES = 8_000;
  private static final long SEED = Long.getLong("iolaus.fuzz.seed", 20261122L);
  private static final Pattern PLACE = Pattern.compile("\"line\":(\\d+),\"offset\":(\\d+)");

  private Loads loads;

  @BeforeEach
  void start(Driver driver, @TempDir Path folder) {
    loads = Loads.empty(driver, folder);
  }

  @Test
  void everyLineIsInTheGraphOrADeadLetterAndLoadingThemAgainChangesNothing() throws Exception {
    byte[] bytes = MutatedLines.of(SEED, LINES);
    List<MutatedLines.Place> places = MutatedLines.places(bytes);
    Path file = loads.file("mutated.ndjson", bytes);
    LineCounts counts = loads.load(file).counts();
    assertThat(counts.read()).as("seed %d", SEED).isEqualTo(places.size());
    assertThat(counts.applied()).isGreaterThan(places.size() / 20);
    assertThat(counts.rejected()).isGreaterThan(places.size() / 4);

    List<String> letters = loads.deadLetters();
    assertThat(letters).hasSize(Math.toIntExact(counts.rejected()));
    Set<MutatedLines.Place> known = Set.copyOf(places);
    Set<MutatedLines.Place> rejected =
        letters.stream().map(FuzzIT::place).collect(Collectors.toSet());
    assertThat(rejected).hasSameSizeAs(letters).isSubsetOf(known);
    assertThat(loads.batch())
        .containsEntry("read", counts.read())
        .containsEntry("applied", counts.applied())
        .containsEntry("rejected", counts.rejected())
        .containsEntry("exchanges", counts.exchanges());
    long exchanges = loads.one("MATCH (a:Account) RETURN sum(a.exchanges) AS n").get("n").asLong();
    assertThat(exchanges).isEqualTo(counts.exchanges());

    List<String> graph = loads.graph();
    loads.load(file);
    assertThat(loads.graph()).isEqualTo(graph);
    assertThat(loads.deadLetters()).isEqualTo(letters);
    loads.clear();
    loads.loadStream(bytes);
    SameGraph.assertSame(loads.graph(), graph, "graph from standard input");
  }

  private static MutatedLines.Place place(String letter) {
    Matcher matcher = PLACE.matcher(letter);
    assertThat(matcher.find()).as(letter).isTrue();
    return new MutatedLines.Place(
        Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }
}

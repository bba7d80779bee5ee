package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A worker's heap does not depend on how much comes in, or what: a quarter of a gigabyte reads
/// what would fill it many times over. `SmallHeap` alone takes other numbers: more lines of
/// `rep18`, `rep2` or `rep1` must not need more.
class SmallHeapTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    // One line of a gigabyte: pieces of a megabyte.
    "endless,    1024, '1 lines, 1 rejected'",
    // Texts of a megabyte, which the graph keeps.
    "notes,       300, '300 lines, 0 rejected'",
    "claims,      300, '300 lines, 0 rejected'",
    // As many names of fields as lines; as many dead letters.
    "fields,   100000, '100000 lines, 0 rejected'",
    "rejected, 100000, '100000 lines, 100000 rejected'",
    "long-lines,   16, '16 lines, 0 rejected'",
    // 18, 2 and 1 lines for each distinct edge; and those whose ids must be looked up first.
    "rep18,    300000, '300000 lines, 0 rejected'",
    "rep2,     150000, '150000 lines, 0 rejected'",
    "rep1,     150000, '150000 lines, 0 rejected'",
    "events,   100000, '100000 lines, 0 rejected'",
  })
  void quarterOfAGigabyteIsEnough(String kind, long lines, String expected) throws Exception {
    assertThat(run(kind, lines)).startsWith(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {18, 2})
  void eachEdgeComesAsOftenAsItsNameSays(int repetition) {
    Map<Long, Long> lines =
        LongStream.range(0, 36L * 5_000)
            .boxed()
            .collect(
                Collectors.groupingBy(n -> SmallHeap.edge(n, repetition), Collectors.counting()));
    assertThat(lines.values()).containsOnly((long) repetition);
  }

  private String run(String kind, long lines) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SmallHeap.class.getName(),
                    kind,
                    Long.toString(lines),
                    folder.resolve("journal").toString()))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(1, TimeUnit.MINUTES);
    System.err.println(kind + ": " + output.strip());
    return output;
  }
}

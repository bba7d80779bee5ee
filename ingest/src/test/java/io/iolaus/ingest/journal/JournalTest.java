package io.iolaus.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.event.Event;
import io.iolaus.core.prompt.PromptSketch;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.fold.SegmentFold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final long PART_BYTES = 8_000;
  private static final Instant TIME = Instant.parse("2026-04-01T10:00:00Z");

  @TempDir private Path folder;

  private static SegmentHeader header(int segment) {
    Prefix prefix = new Prefix(3, Digests.sha256().digest(new byte[] {1, 2, 3}));
    return new SegmentHeader(
        "b-1",
        segment,
        "a.ndjson",
        prefix,
        new SourcePosition(prefix, 7),
        LineCounts.repeated(9, 1),
        50,
        Map.of("time-range", 2L),
        Map.of("shoeSize", 1L),
        0,
        true);
  }

  private static SegmentFold fold() {
    SegmentFold fold = new SegmentFold();
    PromptSketch sketch = new PromptSketch(-5, new long[] {Long.MIN_VALUE, 3, 9});
    for (int i = 0; i < 40; i++) {
      String account = "acc-" + i % 20;
      fold.add(
          new Event.Exchange(
              account,
              TIME.plusSeconds(i),
              "203.0.113." + i,
              sketch,
              null,
              "code",
              "m",
              "sdk",
              null,
              i,
              2L * i,
              1,
              i % 4 == 0 ? "e" + i : null),
          i + 1,
          100L * i);
    }
    fold.add(new Event.Payment("acc-1", "pi", null, TIME, "card", "424242", null), 41, 4100);
    fold.add(new Event.Verdict("acc-2", "unsure", TIME, "x", null), 42, 4200);
    fold.add(new Event.Network("203.0.113.0/24", TIME, 64500L, "n", null, null), 43, 4300);
    return fold;
  }

  @Test
  void segmentComesBackAsItWasSealed() throws IOException {
    Instant sealed = Instant.parse("2026-05-01T10:00:00.123Z");
    try (Journal journal = Journal.open(folder, Clock.fixed(sealed, ZoneOffset.UTC))) {
      Path file = journal.seal(header(1), fold(), List.of(), List.of("{\"line\":1}"), PART_BYTES);
      assertThat(journal.sealed()).containsExactly(file);
      try (SegmentReader reader = journal.read(file)) {
        SegmentHeader header = reader.header();
        assertThat(header)
            .isEqualTo(header(1).sealed(sealed.toEpochMilli(), header.parts(), header.partBytes()));
        assertThat(header.parts()).isGreaterThan(2);
        Map<String, AccountFold> accounts = new HashMap<>();
        int entities = 0;
        for (int i = 0; i < header.parts(); i++) {
          EncodedPart encoded = reader.nextPart();
          Part part = encoded.decode();
          entities += part.entities().size();
          part.accounts().forEach(account -> accounts.put(account.id(), account));
          assertThat(PartCodec.encode(encoded.decode())).hasSameSizeAs(PartCodec.encode(part));
        }
        assertThat(entities).isEqualTo(1);
        assertThat(accounts).hasSize(20);
        AccountFold account = accounts.get("acc-4");
        assertThat(account.identified()).hasSize(2);
        assertThat(account.identified().getFirst().event())
            .isInstanceOf(Event.Exchange.class)
            .extracting(event -> ((Event.Exchange) event).prompt())
            .isEqualTo(new PromptSketch(-5, new long[] {Long.MIN_VALUE, 3, 9}));
        assertThat(account.exchanges()).isNull();
        assertThat(accounts.get("acc-1").edges()).hasSize(4);
        assertThat(accounts.get("acc-1").exchanges().days().total()).isEqualTo(2);
        assertThat(accounts.get("acc-2").verdicts()).containsOnlyKeys("x");
        assertThat(reader.deadLetters()).containsExactly("{\"line\":1}");
      }
    }
  }

  @Test
  void damagedSegmentIsRefused() throws IOException {
    try (Journal journal = Journal.open(folder)) {
      Path file = journal.seal(header(1), fold(), List.of(), List.of(), PART_BYTES);
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      assertThatThrownBy(() -> journal.read(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is damaged");
    }
  }

  @Test
  void halfWrittenFilesAreClearedAwayAndDoneOnesAreNotSealed() throws IOException {
    try (Journal journal = Journal.open(folder)) {
      Path first = journal.seal(header(1), fold(), List.of(), List.of(), PART_BYTES);
      journal.seal(header(2), fold(), List.of(), List.of(), PART_BYTES);
      journal.done(first, true);
    }
    Files.write(folder.resolve("b-1").resolve("000003.seg.tmp"), new byte[9]);
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.sealed()).hasSize(1).allMatch(path -> path.endsWith("000002.seg"));
    }
    try (var files = Files.list(folder.resolve("b-1"))) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("000001.done", "000002.seg");
    }
  }
}

package io.iolaus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.event.Redaction;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.ingest.fold.Digests;
import io.iolaus.ingest.fold.SegmentFold;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SourcePosition;
import io.iolaus.ingest.source.Content;
import io.iolaus.ingest.source.LineChunk;
import io.iolaus.ingest.source.LineChunker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A million mutated lines go through cutting, decoding and folding: each is accepted, rejected or
/// blank, with its own number and place, and nothing stops the pipeline.
///
/// `-Diolaus.fuzz.seed=N` makes other lines.
class FuzzTest {

  private static final int LINES = 1_050_000;
  private static final int LINES_A_SOURCE = 30_000;
  private static final long SEED = Long.getLong("iolaus.fuzz.seed", 20261121L);
  private static final long FOLD_BYTES = 24 << 20;

  private final SiteSecret secret = SiteSecret.of(new byte[SiteSecret.KEY_BYTES]);
  private final EventDecoder decoder = new EventDecoder(secret, new PromptSketcher(secret));
  private SegmentFold fold = new SegmentFold();
  private long accepted;
  private long rejected;

  @Test
  void noneOfAMillionMutatedLinesIsLost() throws IOException {
    long lines = 0;
    for (int source = 0; lines < LINES; source++) {
      byte[] bytes = MutatedLines.of(SEED + source, LINES_A_SOURCE);
      lines += check(bytes, SEED + source);
    }
    System.err.printf("%d mutated lines: %d accepted, %d rejected%n", lines, accepted, rejected);
    assertThat(accepted + rejected).isEqualTo(lines);
    // Both ways are taken often, or the mutations are too mild or too wild.
    assertThat(accepted).isGreaterThan(lines / 20);
    assertThat(rejected).isGreaterThan(lines / 4);
  }

  /// Sends a source through and compares with a plain look at its bytes; returns how many lines it
  /// has, blank ones not counted.
  private long check(byte[] bytes, long seed) throws IOException {
    LineChunker chunker =
        new LineChunker(
            Content.open(new ByteArrayInputStream(bytes)),
            new SourcePosition(new Prefix(0, Digests.sha256().digest()), 0),
            Digests.sha256(),
            1 << 15);
    List<MutatedLines.Place> places = MutatedLines.places(bytes);
    int next = 0;
    for (LineChunk chunk = chunker.next(); chunk != null; chunk = chunker.next()) {
      for (int i = 0; i < chunk.lines(); i++) {
        long line = chunk.firstLine() + i;
        long offset = chunk.offset() + chunk.starts()[i];
        if (take(chunk, i, line, offset, seed)) {
          MutatedLines.Place place = places.get(next++);
          assertThat(line).as("seed %d", seed).isEqualTo(place.line());
          assertThat(offset).as("seed %d, line %d", seed, line).isEqualTo(place.offset());
        }
      }
    }
    assertThat(next).as("lines of seed %d", seed).isEqualTo(places.size());
    return next;
  }

  /// False for a blank line.
  private boolean take(LineChunk chunk, int i, long line, long offset, long seed) {
    int start = chunk.starts()[i];
    int end = chunk.ends()[i];
    try {
      switch (decoder.decode(chunk.data(), start, end)) {
        case Decoded.Accepted(var event, _) -> {
          fold.add(event, line, offset);
          accepted++;
          if (fold.bytes() > FOLD_BYTES) {
            fold = new SegmentFold();
          }
        }
        case Decoded.Rejected outcome -> {
          rejected++;
          assertThat(outcome.detail()).isNotBlank();
          if (rejected % 16 == 0) {
            Redaction.excerpt(chunk.data(), start, end);
          }
        }
        case Decoded.Blank _ -> {
          return false;
        }
      }
      return true;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + seed + ", line " + line + ", offset " + offset, e);
    }
  }
}

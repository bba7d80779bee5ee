package io.iolaus.bench.detect;

import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.Event;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import java.util.function.Consumer;

/// Decodes lines as ingest does, under a key of its own.
public final class MemoryLines {

  private static final SiteSecret SECRET = SiteSecret.of(new byte[SiteSecret.KEY_BYTES]);

  private final EventDecoder decoder = new EventDecoder(SECRET, new PromptSketcher(SECRET));
  private final Consumer<Event> events;

  /// @param events takes what the lines say, in their order
  public MemoryLines(Consumer<Event> events) {
    this.events = events;
  }

  /// Takes the line in `bytes[from, to)`.
  ///
  /// @throws IllegalArgumentException for a line that the event format rejects
  public void add(byte[] bytes, int from, int to) {
    switch (decoder.decode(bytes, from, to)) {
      case Decoded.Accepted accepted -> events.accept(accepted.event());
      case Decoded.Rejected rejected ->
          throw new IllegalArgumentException(
              "a line is rejected: " + rejected.field() + " " + rejected.detail());
      case Decoded.Blank _ -> {}
    }
  }
}

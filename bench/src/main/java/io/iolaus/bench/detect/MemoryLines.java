package io.iolaus.bench.detect;

import io.iolaus.core.event.Decoded;
import io.iolaus.core.event.EventDecoder;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;

/// Decodes lines into a graph in memory.
final class MemoryLines {

  private static final SiteSecret SECRET = SiteSecret.of(new byte[32]);

  private final EventDecoder decoder = new EventDecoder(SECRET, new PromptSketcher(SECRET));
  private final MemoryGraph graph = new MemoryGraph();

  void add(byte[] bytes, int from, int to) {
    switch (decoder.decode(bytes, from, to)) {
      case Decoded.Accepted accepted -> graph.add(accepted.event());
      case Decoded.Rejected rejected ->
          throw new IllegalArgumentException(
              "a line is rejected: " + rejected.field() + " " + rejected.detail());
      case Decoded.Blank _ -> {}
    }
  }

  MemoryGraph graph() {
    return graph;
  }
}

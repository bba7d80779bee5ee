package io.iolaus.simulate.text;

import io.iolaus.simulate.random.RandomStream;
import java.util.List;

/// Something that writes text, another one for each state of the stream.
@FunctionalInterface
public interface TextSource {

  void append(StringBuilder out, RandomStream random);

  /// The text for this stream.
  default String text(RandomStream random) {
    StringBuilder out = new StringBuilder();
    append(out, random);
    return out.toString();
  }

  /// One after the other, each on a line of its own.
  static TextSource lines(List<TextSource> parts) {
    List<TextSource> all = List.copyOf(parts);
    return (out, random) -> {
      for (int i = 0; i < all.size(); i++) {
        if (i > 0) {
          out.append('\n');
        }
        all.get(i).append(out, random);
      }
    };
  }

  /// Always the same text.
  static TextSource fixed(String text) {
    return (out, random) -> out.append(text);
  }
}

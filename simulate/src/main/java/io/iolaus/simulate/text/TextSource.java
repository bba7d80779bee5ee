package io.iolaus.simulate.text;

import io.iolaus.simulate.random.RandomStream;

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

  /// Always the same text.
  static TextSource fixed(String text) {
    return (out, random) -> out.append(text);
  }
}

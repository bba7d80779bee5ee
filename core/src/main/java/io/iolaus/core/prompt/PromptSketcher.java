package io.iolaus.core.prompt;

import io.iolaus.core.secret.SiteSecret;
import java.util.Locale;

/// Turns texts into keyed sketches. One instance for each thread.
public final class PromptSketcher {

  private final SipHash hash;

  public PromptSketcher(SiteSecret secret) {
    hash =
        new SipHash(
            secret.hmac64("prompt-sketch/0", new byte[0]),
            secret.hmac64("prompt-sketch/1", new byte[0]));
  }

  /// The sketch of a text; equal texts, up to case and form of characters, have equal sketches.
  public PromptSketch sketch(CharSequence text) {
    String[] words = text.toString().toLowerCase(Locale.ROOT).split("\\W+");
    long[] shingles = new long[Math.max(1, words.length - 2)];
    for (int i = 0; i < shingles.length; i++) {
      hash.start();
      for (int j = i; j < Math.min(i + 3, words.length); j++) {
        hash.add(words[j].hashCode());
      }
      shingles[i] = hash.finish(0) >>> 16;
    }
    hash.start();
    for (String word : words) {
      hash.add(word.hashCode());
    }
    return new PromptSketch(
        hash.finish(0),
        java.util.Arrays.stream(shingles)
            .distinct()
            .sorted()
            .limit(PromptSketch.MAX_SHINGLES)
            .toArray());
  }
}

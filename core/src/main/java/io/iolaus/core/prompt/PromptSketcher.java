package io.iolaus.core.prompt;

import io.iolaus.core.secret.SiteSecret;

/// Turns texts into keyed sketches; stateless, so the same text gives the same sketch on every
/// worker.
///
/// What a filled template has in common with the next fill are word shingles of its instructions,
/// and instructions stand near the beginning and the end of a prompt, around what is pasted in. So
/// a sketch is a weighted bottom-k sample of the text's shingles (E. Cohen and H. Kaplan,
/// "Summarizing data using bottom-k sketches", PODC 2007): each has the rank hash / weight, the
/// weight falls with the distance from the nearer end, and the least ranks are kept. The hash is
/// the same in every text, so fills of one template keep the same of its shingles: the sample is
/// coordinated.
///
/// All hashes are SipHash-2-4 under keys derived from the site secret. One instance for each
/// thread.
public final class PromptSketcher {

  private final PromptTokens tokens;
  private final SipHash shingleHash;
  private final SipHash textHash;
  private final ShingleSample sample = new ShingleSample();

  private static final int KEPT_WORDS = 1 << 15;

  private long[] buffer = new long[256];
  private final long start;
  private final long end;
  private final long number;

  public PromptSketcher(SiteSecret secret) {
    SipHash wordHash = keyed(secret, "word");
    tokens = new PromptTokens(wordHash);
    shingleHash = keyed(secret, "shingle");
    textHash = keyed(secret, "text");
    start = secret.hmac64("prompt-sketch/1/start", new byte[0]);
    end = secret.hmac64("prompt-sketch/1/end", new byte[0]);
    number = secret.hmac64("prompt-sketch/1/number", new byte[0]);
  }

  /// The sketch of a text. Texts that differ only in case, width or composition of characters,
  /// spaces and punctuation have the same sketch; one without any word has no shingles, and a key
  /// of its own.
  public PromptSketch sketch(CharSequence text) {
    tokens.read(text);
    if (tokens.size() == 0) {
      return new PromptSketch(keyOfRaw(text), new long[0]);
    }
    sample.clear();
    // One imagined word before the first and one after the last, so that "the text begins with" can
    // be told too.
    long[] shown = shown();
    for (int first = -1; first + 1 <= tokens.size(); first++) {
      int last = first - 1;
      int width = 0;
      while (width < PromptTokens.SHINGLE_WIDTH && last < tokens.size()) {
        last++;
        width += last < 0 || last == tokens.size() ? 4 : tokens.width(last);
      }
      if (width >= PromptTokens.SHINGLE_WIDTH || first < 0) {
        int distance = Math.max(0, Math.min(first, tokens.size() - 1 - last));
        long hash = shingleHash.of(shown, first + 1, last - first + 1, last - first);
        sample.add(Shingles.of(hash, distance));
      }
    }
    return new PromptSketch(key(), sample.ascending());
  }

  /// The words as shingles have them, between the imagined ones; numbers are all alike.
  private long[] shown() {
    int size = tokens.size();
    if (buffer.length < size + 2 || (buffer.length > KEPT_WORDS && size < KEPT_WORDS)) {
      buffer = new long[Math.max(256, size * 2)];
    }
    buffer[0] = start;
    for (int i = 0; i < size; i++) {
      buffer[i + 1] = tokens.isNumber(i) ? number : tokens.word(i);
    }
    buffer[size + 1] = end;
    return buffer;
  }

  private long key() {
    return textHash.of(tokens.words(), 0, tokens.size(), tokens.size());
  }

  private long keyOfRaw(CharSequence text) {
    long[] shown =
        text.codePoints().filter(c -> !Character.isWhitespace(c)).asLongStream().toArray();
    return textHash.of(shown, 0, shown.length, -1);
  }

  private static SipHash keyed(SiteSecret secret, String what) {
    byte[] empty = new byte[0];
    return new SipHash(
        secret.hmac64("prompt-sketch/1/" + what + "/0", empty),
        secret.hmac64("prompt-sketch/1/" + what + "/1", empty));
  }
}

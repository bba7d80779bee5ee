package io.iolaus.core.prompt;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Arrays;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/// The words of a text as keyed hashes, by the word-break rules of Unicode (UAX #29, Lucene's
/// tokenizer) after NFKC and lower case; punctuation is left out.
///
/// Scripts without spaces come as single characters, runs of South East Asian letters are cut into
/// them. So that a shingle spans about as much meaning in any language, each token has a width:
/// [#SHINGLE_WIDTH] of it makes a shingle. Holds one text at a time.
final class PromptTokens implements PlainWords.Sink {

  /// The width of a shingle: three words, six ideographs, or twelve South East Asian letters.
  static final int SHINGLE_WIDTH = 12;

  private static final byte WORD = 4;
  private static final byte IDEOGRAPH = 2;
  private static final byte LETTER = 1;

  /// Buffers beyond this size are given back after use.
  private static final int KEPT_TOKENS = 1 << 14;

  private static final char[] LOWER_ASCII = lowerAscii();

  private final StandardTokenizer tokenizer = new StandardTokenizer();
  private final CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
  private final TypeAttribute type = tokenizer.addAttribute(TypeAttribute.class);
  private final SipHash hash;

  private long[] packed = new long[64];
  private long[] words = new long[256];
  private byte[] widths = new byte[256];
  private boolean[] numbers = new boolean[256];
  private int size;

  PromptTokens(SipHash hash) {
    this.hash = hash;
  }

  /// Reads a text, which replaces the one before.
  void read(CharSequence text) {
    if (words.length > KEPT_TOKENS) {
      words = new long[256];
      widths = new byte[256];
      numbers = new boolean[256];
    }
    size = 0;
    CharSequence folded = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    char[] chars = folded.toString().toCharArray();
    if (PlainWords.isPlain(chars, chars.length) && PlainWords.read(chars, chars.length, this)) {
      return;
    }
    size = 0;
    readGenerally(folded);
  }

  /// By Lucene's tokenizer, which knows every script.
  private void readGenerally(CharSequence folded) {
    try (StandardTokenizer tokens = tokenizer) {
      tokens.setReader(Reader.of(folded));
      tokens.reset();
      while (tokens.incrementToken()) {
        take();
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes the general way for every text: what the other must agree with.
  void readWithLucene(CharSequence text) {
    size = 0;
    readGenerally(Normalizer.normalize(text, Normalizer.Form.NFKC));
  }

  @Override
  public void word(char[] text, int from, int to, boolean number) {
    add(text, from, to, WORD, number);
  }

  @Override
  public void ideograph(char[] text, int at) {
    add(text, at, at + 1, IDEOGRAPH, false);
  }

  int size() {
    return size;
  }

  long word(int index) {
    return words[index];
  }

  /// Whether a token is a number: the usual filling of a slot.
  boolean isNumber(int index) {
    return numbers[index];
  }

  /// The words side by side, the first so many of which are of this text: for reading only.
  long[] words() {
    return words;
  }

  int width(int index) {
    return widths[index];
  }

  private void take() {
    String kind = type.type();
    char[] chars = term.buffer();
    int length = term.length();
    if (kind.equals(StandardTokenizer.TOKEN_TYPES[StandardTokenizer.SOUTHEAST_ASIAN])) {
      for (int i = 0; i < length; ) {
        int next = i + Character.charCount(Character.codePointAt(chars, i, length));
        add(chars, i, next, LETTER, false);
        i = next;
      }
      return;
    }
    boolean ideograph =
        kind.equals(StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC])
            || kind.equals(StandardTokenizer.TOKEN_TYPES[StandardTokenizer.HIRAGANA]);
    boolean number = kind.equals(StandardTokenizer.TOKEN_TYPES[StandardTokenizer.NUM]);
    add(chars, 0, length, ideograph ? IDEOGRAPH : WORD, number);
  }

  private void add(char[] chars, int from, int to, byte width, boolean number) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
      widths = Arrays.copyOf(widths, size * 2);
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    words[size] = hash(chars, from, to);
    widths[size] = width;
    numbers[size] = number;
    size++;
  }

  /// Of the lower-case form, four characters at a time.
  private long hash(char[] chars, int from, int to) {
    if (to - from >= packed.length << 2) {
      packed = new long[((to - from) >> 2) + 1];
    }
    long pending = 0;
    int full = 0;
    int filled = 0;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      // Letters beyond the basic plane keep their case: rare, and nothing is lost but a chance to
      // match.
      char lower = c < 0x80 ? LOWER_ASCII[c] : Character.toLowerCase(c);
      pending |= (long) lower << (filled << 4);
      if (++filled == 4) {
        packed[full++] = pending;
        pending = 0;
        filled = 0;
      }
    }
    // The last word's top byte holds the length, so a fourth character never ends up in it.
    return hash.of(packed, 0, full, pending | (long) (to - from) << 56);
  }

  private static char[] lowerAscii() {
    char[] lower = new char[0x80];
    for (char c = 0; c < lower.length; c++) {
      lower[c] = Character.toLowerCase(c);
    }
    return lower;
  }

  private static boolean isAscii(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}

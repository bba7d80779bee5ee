package io.iolaus.api.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// How texts are compared: what is typed and what is indexed go the same way.
final class SearchWords {

  /// A name longer than this is compared by its beginning.
  static final int LONGEST = 256;

  private SearchWords() {}

  /// In lower case, of normal width, without marks on letters and with Latin letters as ASCII has
  /// them: `Élan`, `ELAN` and `ｅｌａｎ` are one.
  static String fold(String text) {
    String cut = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    String apart = Normalizer.normalize(cut, Normalizer.Form.NFKD);
    StringBuilder bare = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      // Combining marks of alphabets alone: those of Kana or Devanagari make other letters.
      if (c < '\u0300' || c > '\u036f') {
        bare.append(c);
      }
    }
    // A sigma is written otherwise at the end of a word, which may not be typed yet.
    char[] lower = bare.toString().toLowerCase(Locale.ROOT).replace('ς', 'σ').toCharArray();
    char[] ascii = new char[lower.length * 4];
    int length = ASCIIFoldingFilter.foldToASCII(lower, 0, ascii, 0, lower.length);
    String folded = Normalizer.normalize(new String(ascii, 0, length), Normalizer.Form.NFC);
    return folded.length() > LONGEST ? folded.substring(0, LONGEST) : folded;
  }

  /// Letters and digits of any script out of a folded text; all else keeps words apart. Scripts
  /// that put no spaces between words give pairs of neighbouring letters, as Lucene's `CJKAnalyzer`
  /// does.
  static List<String> words(String folded) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean dense = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (!isPart(c)) {
        end(word, dense, words);
      } else {
        if (!word.isEmpty() && dense != isDense(c)) {
          end(word, dense, words);
        }
        dense = isDense(c);
        word.appendCodePoint(c);
      }
    }
    end(word, dense, words);
    return words;
  }

  private static void end(StringBuilder word, boolean dense, List<String> words) {
    int[] letters = word.codePoints().toArray();
    if (dense && letters.length > 1) {
      for (int i = 0; i + 1 < letters.length; i++) {
        words.add(new String(letters, i, 2));
      }
    } else if (letters.length > 0) {
      words.add(word.toString());
    }
    word.setLength(0);
  }

  private static boolean isPart(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isDense(int c) {
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL;
  }

  /// The first so many letters; all of a text that has no more.
  static String begin(String text, int letters) {
    return text.codePointCount(0, text.length()) <= letters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, letters));
  }
}

package io.iolaus.core.prompt;

import java.util.Arrays;

/// Word breaks of plain texts without the general machinery: the rules of UAX #29 for ASCII, Latin
/// and Cyrillic letters and Han ideographs, exactly as Lucene's tokenizer applies them, at several
/// times its speed. Any other character, and any word of [#LONGEST] characters, is for the general
/// way.
final class PlainWords {

  /// What takes the words, in order.
  interface Sink {
    void word(char[] text, int from, int to, boolean number);

    void ideograph(char[] text, int at);
  }

  /// Longer ones are cut by the general way.
  static final int LONGEST = 255;

  private static final byte OTHER = 0;
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;
  private static final byte JOINER = 3;
  private static final byte MID_LETTER = 4;
  private static final byte MID_NUMBER = 5;
  private static final byte MID_BOTH = 6;
  private static final byte IDEOGRAPH = 7;
  private static final byte FOREIGN = 8;

  private static final byte[] KINDS = kinds();

  private PlainWords() {}

  /// Whether all of the text is plain.
  static boolean isPlain(char[] text, int length) {
    for (int i = 0; i < length; i++) {
      if (KINDS[text[i]] == FOREIGN) {
        return false;
      }
    }
    return true;
  }

  /// Finds the words of a plain text; false if one is too long, after words before it went to the
  /// sink.
  static boolean read(char[] text, int length, Sink sink) {
    int i = 0;
    while (i < length) {
      byte kind = KINDS[text[i]];
      if (kind == IDEOGRAPH) {
        sink.ideograph(text, i++);
      } else if (kind == LETTER || kind == DIGIT || kind == JOINER) {
        int end = i;
        boolean letters = false;
        boolean digits = false;
        byte before = kind;
        while (end < length) {
          byte next = KINDS[text[end]];
          if (next == LETTER || next == DIGIT || next == JOINER) {
            letters |= next == LETTER;
            digits |= next == DIGIT;
            before = next;
            end++;
          } else if (end + 1 < length && joins(before, next, KINDS[text[end + 1]])) {
            end++;
          } else {
            break;
          }
        }
        if (end - i >= LONGEST) {
          return false;
        }
        if (letters || digits) {
          sink.word(text, i, end, !letters);
        }
        i = end;
      } else {
        i++;
      }
    }
    return true;
  }

  private static boolean joins(byte before, byte middle, byte after) {
    return before == after
        && (before == LETTER
            ? middle == MID_LETTER || middle == MID_BOTH
            : before == DIGIT && (middle == MID_NUMBER || middle == MID_BOTH));
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[1 << 16];
    Arrays.fill(kinds, FOREIGN);
    for (char c = 0; c < 0x80; c++) {
      kinds[c] =
          Character.isLetter(c) ? LETTER : Character.isDigit(c) ? DIGIT : c == '_' ? JOINER : OTHER;
    }
    kinds[':'] = MID_LETTER;
    kinds[','] = MID_NUMBER;
    kinds[';'] = MID_NUMBER;
    kinds['.'] = MID_BOTH;
    kinds['\''] = MID_BOTH;
    kinds['\u2019'] = MID_BOTH;
    letters(kinds, 0xc0, 0x17f);
    kinds[0xd7] = OTHER;
    kinds[0xf7] = OTHER;
    letters(kinds, 0x400, 0x481);
    letters(kinds, 0x48a, 0x52f);
    for (int c = 0x4e00; c <= 0x9fef; c++) {
      kinds[c] = IDEOGRAPH;
    }
    for (char c : "«»–—“”„…¿¡、。《》「」【】".toCharArray()) {
      kinds[c] = OTHER;
    }
    return kinds;
  }

  private static void letters(byte[] kinds, int from, int to) {
    Arrays.fill(kinds, from, to + 1, LETTER);
  }
}

package io.iolaus.core.event;

/// Tells strings that look like payment card numbers: 13..19 digits that pass the Luhn check
/// (ISO/IEC 7812-1, annex B) and begin as the card networks' numbers do.
final class CardNumbers {

  private static final int LEAST = 13;
  private static final int MOST = 19;

  private CardNumbers() {}

  /// Whether the string, spaces and dashes ignored, is a card number and nothing else.
  static boolean is(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        if (++digits > MOST) {
          return false;
        }
      } else if (!isSeparator(c)) {
        return false;
      }
    }
    return digits >= LEAST && isCard(text, 0, digits);
  }

  /// Whether a card number stands anywhere in the string as something of its own, in groups or in
  /// one piece.
  ///
  /// Digits that hang together with letters, or with an id's hyphens, underscores or dots, are
  /// none: every twentieth id with sixteen digits would be taken for one.
  static boolean in(String text) {
    if (text.length() < LEAST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        if ((i == 0 || opens(text.charAt(i - 1))) && startsAt(text, i)) {
          return true;
        }
        while (i < text.length() && isDigit(text.charAt(i))) {
          i++;
        }
      }
    }
    return false;
  }

  private static boolean startsAt(String text, int start) {
    int digits = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits++;
        boolean groupEnds = i + 1 == text.length() || !isDigit(text.charAt(i + 1));
        if (groupEnds
            && digits >= LEAST
            && digits <= MOST
            && (i + 1 == text.length() || closes(text.charAt(i + 1)))
            && isCard(text, start, digits)) {
          return true;
        }
      } else if (!isSeparator(c) || isSeparator(text.charAt(i - 1))) {
        return false;
      }
      if (digits > MOST) {
        return false;
      }
    }
    return false;
  }

  private static boolean isCard(String text, int start, int digits) {
    int sum = 0;
    int first = 0;
    int seen = 0;
    for (int i = start; seen < digits; i++) {
      char c = text.charAt(i);
      if (!isDigit(c)) {
        continue;
      }
      int digit = c - '0';
      if (seen < 4) {
        first = first * 10 + digit;
      }
      // Every second digit from the right is doubled, beginning with the last but one.
      if ((digits - seen & 1) == 0) {
        digit *= 2;
        if (digit > 9) {
          digit -= 9;
        }
      }
      sum += digit;
      seen++;
    }
    return sum % 10 == 0 && isIssued(first, digits);
  }

  /// The ranges of the large networks by the first four digits, with the lengths they have. Telling
  /// lengths apart keeps serial numbers of devices (IMEI: 15 digits, Luhn, often 35…) from being
  /// taken for cards.
  private static boolean isIssued(int first, int digits) {
    return switch (first / 1000) {
      case 2 ->
          ((first >= 2200 && first <= 2204) || (first >= 2221 && first <= 2720)) && digits >= 16;
      case 3 ->
          switch (first / 100) {
            case 34, 37 -> digits == 15;
            case 30, 36, 38, 39 -> digits >= 14;
            case 35 -> first >= 3528 && first <= 3589 && digits >= 16;
            default -> false;
          };
      case 4, 5, 6 -> true;
      default -> false;
    };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSeparator(char c) {
    return c == ' ' || c == '-';
  }

  private static boolean opens(char c) {
    return Character.isWhitespace(c) || ":=/,;#(\"'[<|*&?".indexOf(c) >= 0;
  }

  private static boolean closes(char c) {
    return Character.isWhitespace(c) || ":/,;.)\"']>|*&?!".indexOf(c) >= 0;
  }
}

package io.iolaus.core.event;

import org.jspecify.annotations.Nullable;

/// Knows the names of the fields of plain exchange lines by their bytes.
final class PlainKeys {

  private static final long AT = Words.of("at");
  private static final long IP = Words.of("ip");
  private static final long TYPE = Words.of("type");
  private static final long MODEL = Words.of("model");
  private static final long COUNT = Words.of("count");
  private static final long CLIENT = Words.of("client");
  private static final long ACCOUNT = Words.of("account");
  private static final long LANGUAGE = Words.of("language");
  private static final long CAPABILI = Words.of("capabili");
  private static final long PABILITY = Words.of("pability");
  private static final long FINGERPR = Words.of("fingerpr");
  private static final long GERPRINT = Words.of("gerprint");
  private static final long INPUT_TO = Words.of("inputTok");
  private static final long UT_TOKENS = Words.of("utTokens");
  private static final long OUTPUT_T = Words.of("outputTo");

  private PlainKeys() {}

  /// The field with the name `bytes[from, from + length)`, null if it is none of them.
  static @Nullable Field field(byte[] bytes, int from, int length) {
    long head = Words.at(bytes, from);
    return switch (length) {
      case 2 -> {
        long name = Words.head(head, length);
        yield name == AT ? Field.AT : name == IP ? Field.IP : null;
      }
      case 4 -> Words.head(head, length) == TYPE ? Field.TYPE : null;
      case 5 -> {
        long name = Words.head(head, length);
        yield name == MODEL ? Field.MODEL : name == COUNT ? Field.COUNT : null;
      }
      case 6 -> Words.head(head, length) == CLIENT ? Field.CLIENT : null;
      case 7 -> Words.head(head, length) == ACCOUNT ? Field.ACCOUNT : null;
      case 8 -> head == LANGUAGE ? Field.LANGUAGE : null;
      case 10 ->
          head == CAPABILI && tail(bytes, from, length) == PABILITY ? Field.CAPABILITY : null;
      case 11 -> {
        long tail = tail(bytes, from, length);
        yield head == FINGERPR && tail == GERPRINT
            ? Field.FINGERPRINT
            : head == INPUT_TO && tail == UT_TOKENS ? Field.INPUT_TOKENS : null;
      }
      case 12 ->
          head == OUTPUT_T && tail(bytes, from, length) == UT_TOKENS ? Field.OUTPUT_TOKENS : null;
      default -> null;
    };
  }

  private static long tail(byte[] bytes, int from, int length) {
    return Words.at(bytes, from + length - Long.BYTES);
  }
}

package io.iolaus.core.event;

import io.iolaus.core.prompt.FingerprintException;
import io.iolaus.core.prompt.Fingerprints;
import io.iolaus.core.prompt.PromptSketch;
import io.iolaus.core.secret.SiteSecret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads the plainest exchange lines, which are nearly all of a large source, without a JSON
/// parser.
///
/// It takes a flat object with the fields below, each once, plain ASCII strings without escapes and
/// whole numbers in digits. Anything else, and anything that breaks a rule or might, is not its
/// own: the general way decides, and so alone says what is wrong with a line. What it takes it
/// reads by the very same rules, asked once for each distinct value ({@link KnownValues}).
///
/// How fast it is comes from three things: strings are scanned eight bytes at a time, equal values
/// give one shared object, and a fingerprint that is known is compared instead of scanned.
final class PlainExchangeReader {

  // A line with several long ids; a longer one has a text.
  private static final int MOST_BYTES = 8 << 10;
  private static final long MIB = 1 << 20;
  private static final long MIX = 0x9E3779B97F4A7C15L;
  // In a fingerprint the version and the id of the key come first, the same in all of them.
  private static final int FINGERPRINT_PREFIX = 12;
  private static final int LEAST_FINGERPRINT = FINGERPRINT_PREFIX + 2 * Long.BYTES;
  private static final int MOST_DIGITS = 15;

  private static final long EXCHANGE = Words.of("exchange");

  private final Fingerprints fingerprints;
  private final SharedValues shared;
  private final PlainTimes times = new PlainTimes();
  // A few threads have a reader each: together they leave most of the heap to the fold.
  private final long mib = Math.clamp(Runtime.getRuntime().maxMemory() >> 11, MIB >> 4, MIB);
  private final KnownValues.Texts accounts = new KnownValues.Texts(1 << 17, 12 * mib, 60);
  private final KnownValues.Texts addresses = new KnownValues.Texts(1 << 17, 16 * mib, 60);
  private final KnownValues.Texts words = new KnownValues.Texts(1 << 12, 2 * mib, 60);
  private final KnownValues.Sketches prompts = new KnownValues.Sketches(1 << 17, 24 * mib, 240);
  private byte[] padded = new byte[0];
  private int at;

  PlainExchangeReader(SiteSecret secret, SharedValues shared) {
    fingerprints = new Fingerprints(secret);
    this.shared = shared;
  }

  /// The exchange in `buffer[from, to)`, or null if the line is not of the plain kind.
  Event.@Nullable Exchange read(byte[] buffer, int from, int to) {
    if (to - from > MOST_BYTES || to - from < 2 || buffer[from] != '{') {
      return null;
    }
    try {
      if (to + Words.PADDING <= buffer.length) {
        return object(buffer, from, to);
      }
      if (padded.length < to - from + Words.PADDING) {
        padded = new byte[to - from + Words.PADDING];
      }
      System.arraycopy(buffer, from, padded, 0, to - from);
      Arrays.fill(padded, to - from, to - from + Words.PADDING, (byte) 0);
      return object(padded, 0, to - from);
    } catch (LineException | FingerprintException e) {
      return null; // The general way says it again, with its place and reason.
    }
  }

  private Event.@Nullable Exchange object(byte[] bytes, int from, int end) {
    int to = bytes[end - 1] == '\r' ? end - 1 : end;
    long seen = 0;
    String account = null;
    String ip = null;
    PromptSketch prompt = null;
    String capability = null;
    String model = null;
    String client = null;
    String language = null;
    long millis = 0;
    long inputTokens = 0;
    long outputTokens = 0;
    long count = 1;
    int i = from + 1;
    do {
      i = skipBlanks(bytes, i, to);
      Field field = i < to && bytes[i] == '"' ? key(bytes, i + 1, to) : null;
      if (field == null || (seen & field.bit) != 0 || at >= to) {
        return null;
      }
      seen |= field.bit;
      i = skipBlanks(bytes, at, to);
      switch (field) {
        case TYPE -> {
          if (bytes[i] != '"' || Words.at(bytes, i + 1) != EXCHANGE || bytes[i + 9] != '"') {
            return null;
          }
          at = i + 10;
        }
        case AT -> {
          millis = time(bytes, i);
          if (millis == PlainTimes.UNKNOWN) {
            return null;
          }
        }
        case ACCOUNT -> account = id(field, accounts, bytes, i, to);
        case IP -> ip = address(bytes, i, to);
        case FINGERPRINT -> prompt = fingerprint(bytes, i, to);
        case CAPABILITY -> capability = id(field, words, bytes, i, to);
        case MODEL -> model = id(field, words, bytes, i, to);
        case CLIENT -> client = id(field, words, bytes, i, to);
        case LANGUAGE -> language = id(field, words, bytes, i, to);
        case INPUT_TOKENS -> inputTokens = number(bytes, i, to);
        case OUTPUT_TOKENS -> outputTokens = number(bytes, i, to);
        case COUNT -> count = number(bytes, i, to);
        default -> {
          return null;
        }
      }
      if (at < 0) {
        return null;
      }
      i = skipBlanks(bytes, at, to);
    } while (i < to && bytes[i++] == ',');
    if (i != to || bytes[i - 1] != '}' || (seen & Field.TYPE.bit) == 0) {
      return null;
    }
    if (account == null
        || (seen & Field.AT.bit) == 0
        || count < 1
        || count > FieldReader.MAX_COUNT) {
      return null;
    }
    return new Event.Exchange(
        account,
        millis,
        ip,
        prompt,
        null,
        capability,
        model,
        client,
        language,
        inputTokens,
        outputTokens,
        count,
        null);
  }

  private static int skipBlanks(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] == ' ') {
      i++;
    }
    return i;
  }

  /// The field whose name begins at `from`; leaves `at` behind the colon.
  private @Nullable Field key(byte[] bytes, int from, int to) {
    int length = Words.lengthToQuote(bytes, from);
    at = skipBlanks(bytes, from + length + 1, to);
    return bytes[at++] == ':' ? PlainKeys.field(bytes, from, length) : null;
  }

  /// A quoted value by the rules of identifiers; `at` is behind it, or -1 if it is not plain.
  private @Nullable String id(
      Field field, KnownValues.Texts known, byte[] bytes, int from, int to) {
    int end = endOfString(bytes, from, to);
    if (end < 0) {
      return null;
    }
    long hash = hash(bytes, from + 1, end);
    String value = known.find(bytes, from + 1, end, hash);
    if (value == null) {
      value = shared.same(FieldReader.id(field, text(bytes, from + 1, end)));
      known.put(bytes, from + 1, end, hash, value);
    }
    return value;
  }

  private @Nullable String address(byte[] bytes, int from, int to) {
    int end = endOfString(bytes, from, to);
    if (end < 0) {
      return null;
    }
    long hash = hash(bytes, from + 1, end);
    String value = addresses.find(bytes, from + 1, end, hash);
    if (value == null) {
      value = shared.same(FieldReader.ip(Field.IP, text(bytes, from + 1, end)));
      addresses.put(bytes, from + 1, end, hash, value);
    }
    return value;
  }

  private @Nullable PromptSketch fingerprint(byte[] bytes, int from, int to) {
    int start = from + 1;
    if (bytes[from] != '"' || start + LEAST_FINGERPRINT >= to) {
      at = -1;
      return null;
    }
    long hash =
        mixed(
            Words.at(bytes, start + FINGERPRINT_PREFIX),
            Words.at(bytes, start + FINGERPRINT_PREFIX + Long.BYTES));
    int found = prompts.at(bytes, start, to, hash);
    if (found >= 0) {
      at = start + prompts.length(found) + 1;
      return prompts.value(found);
    }
    int end = endOfString(bytes, from, to);
    if (end < 0) {
      return null;
    }
    String text = FieldReader.string(Field.FINGERPRINT, text(bytes, start, end));
    PromptSketch sketch = shared.same(fingerprints.decode(text));
    prompts.put(bytes, start, end, hash, sketch);
    return sketch;
  }

  private long time(byte[] bytes, int from) {
    if (bytes[from] != '"') {
      return PlainTimes.UNKNOWN;
    }
    long millis = times.read(bytes, from + 1);
    at = times.end() + 1;
    return millis;
  }

  /// Digits without a sign, a fraction, an exponent or a leading zero; up to 10^15.
  private long number(byte[] bytes, int from, int to) {
    long value = 0;
    int i = from;
    while (bytes[i] >= '0' && bytes[i] <= '9' && i - from <= MOST_DIGITS) {
      value = value * 10 + bytes[i++] - '0';
    }
    int digits = i - from;
    boolean plain =
        digits > 0 && digits <= MOST_DIGITS && (digits == 1 || bytes[from] != '0') && i < to;
    at = plain ? i : -1;
    return value;
  }

  /// Where the closing quote of the string stands that opens at `from`; `at` is behind it, or -1 if
  /// it is not plain.
  private int endOfString(byte[] bytes, int from, int to) {
    int end = bytes[from] == '"' ? Words.endOfPlain(bytes, from + 1, to) : -1;
    at = end < 0 ? -1 : end + 1;
    return end;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /// Three words of it: enough to tell values apart that people and programs write.
  private static long hash(byte[] bytes, int from, int to) {
    int length = to - from;
    long first = Words.at(bytes, from);
    if (length < Long.BYTES) {
      return length == 0 ? 0 : mixed(Words.head(first, length), length);
    }
    long middle = Words.at(bytes, from + length / 2 - Long.BYTES / 2);
    return mixed(first + middle * 31, Words.at(bytes, to - Long.BYTES) + length);
  }

  private static long mixed(long a, long b) {
    long mixed = (a * MIX ^ Long.rotateLeft(b, 29)) * MIX;
    return mixed ^ mixed >>> 29;
  }
}

package io.iolaus.core.event;

import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Decodes lines of the event format v1 (`docs/events.md`): one line in, one {@link Decoded} out,
/// never an exception.
///
/// Texts of prompts end here: what comes out holds sketches and keyed references in their place.
/// One instance for each thread, because a sketcher and the buffers are used again for every line.
public final class EventDecoder {

  /// The longest line in bytes. A prompt and a system prompt of 1 MiB each fit in however they are
  /// escaped.
  public static final int MAX_LINE_BYTES = 16 << 20;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  // Line counts levels itself, to tell this fault from others.
                  .maxNestingDepth(2 * Line.MAX_DEPTH)
                  .maxStringLength(MAX_LINE_BYTES)
                  .maxNumberLength(1_000)
                  .build())
          .build();
  private static final Decoded.Blank BLANK = new Decoded.Blank();

  private final Line line = new Line();
  private final EventMapper mapper;
  private final @Nullable PlainExchangeReader plain;

  public EventDecoder(SiteSecret secret, PromptSketcher sketcher) {
    this(secret, sketcher, SharedValues.none());
  }

  /// @param shared what the decoders have in common whose events go to one place
  public EventDecoder(SiteSecret secret, PromptSketcher sketcher, SharedValues shared) {
    this(secret, sketcher, new PlainExchangeReader(secret, shared));
  }

  private EventDecoder(
      SiteSecret secret, PromptSketcher sketcher, @Nullable PlainExchangeReader plain) {
    mapper = new EventMapper(secret, sketcher, line);
    this.plain = plain;
  }

  /// A decoder that takes the general way for every line: what any other must agree with.
  static EventDecoder general(SiteSecret secret, PromptSketcher sketcher) {
    return new EventDecoder(secret, sketcher, (PlainExchangeReader) null);
  }

  /// Decodes the line in `buffer[from, to)`, without its line feed (a carriage return is white
  /// space). A byte order mark is malformed here: a reader of sources skips the one that may stand
  /// at the very start.
  public Decoded decode(byte[] buffer, int from, int to) {
    Event.Exchange exchange = plain == null ? null : plain.read(buffer, from, to);
    return exchange != null ? new Decoded.Accepted(exchange, Set.of()) : general(buffer, from, to);
  }

  private Decoded general(byte[] buffer, int from, int to) {
    if (isBlank(buffer, from, to)) {
      return BLANK;
    }
    if (to - from > MAX_LINE_BYTES) {
      return rejected(ReasonCode.LINE_TOO_LONG, "longer than " + MAX_LINE_BYTES + " bytes");
    }
    switch (Utf8.check(buffer, from, to)) {
      case INVALID -> {
        return rejected(ReasonCode.INVALID_UTF8, "not UTF-8");
      }
      case NUL -> {
        return rejected(ReasonCode.MALFORMED_JSON, "has NUL bytes");
      }
      case CLEAN -> {}
    }
    if (hasByteOrderMark(buffer, from, to)) {
      return rejected(ReasonCode.MALFORMED_JSON, "begins with a byte order mark");
    }
    try {
      read(buffer, from, to);
      LineType type = mapper.type();
      return new Decoded.Accepted(mapper.event(type), line.unknownTo(type));
    } catch (LineException e) {
      return e.outcome();
    }
  }

  private void read(byte[] buffer, int from, int to) {
    try (JsonParser parser =
        JSON.createParser(ObjectReadContext.empty(), buffer, from, to - from)) {
      line.read(parser);
    } catch (JacksonException e) {
      // The parser's own words repeat what stands on the line.
      throw new LineException("", ReasonCode.MALFORMED_JSON, "not JSON" + place(e.getLocation()));
    }
  }

  private static String place(@Nullable TokenStreamLocation location) {
    return location == null || location.getByteOffset() < 0
        ? ""
        : " at byte " + location.getByteOffset() + " of the line";
  }

  private static Decoded.Rejected rejected(ReasonCode code, String detail) {
    return new Decoded.Rejected("", code, detail);
  }

  private static boolean isBlank(byte[] buffer, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = buffer[i];
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return true;
  }

  private static boolean hasByteOrderMark(byte[] buffer, int from, int to) {
    return to - from >= 3
        && buffer[from] == (byte) 0xef
        && buffer[from + 1] == (byte) 0xbb
        && buffer[from + 2] == (byte) 0xbf;
  }
}

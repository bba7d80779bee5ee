package io.iolaus.api.events;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// What a request with events must look like, judged before its body is read.
final class EventBody {

  static final String NDJSON = "application/x-ndjson";

  static final String KEY = "Idempotency-Key";

  private static final int LONGEST_KEY = 255;

  /// Names that others use for the same.
  private static final List<MediaType> TYPES =
      List.of(
          MediaType.parseMediaType(NDJSON),
          MediaType.parseMediaType("application/ndjson"),
          MediaType.parseMediaType("application/jsonl"),
          MediaType.parseMediaType("application/x-jsonlines"));

  /// The content tells itself which it is.
  private static final Set<String> ENCODINGS = Set.of("", "identity", "gzip", "x-gzip", "zstd");

  private EventBody() {}

  static void check(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null || !isEvents(type)) {
      throw new ProblemException(
          new Problem(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              "media-type-unsupported",
              "Send events as NDJSON, one object a line, with Content-Type: " + NDJSON));
    }
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !ENCODINGS.contains(encoding.strip().toLowerCase(Locale.ROOT))) {
      throw new ProblemException(
          new Problem(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              "encoding-unsupported",
              "Send the body as it is, or with Content-Encoding: gzip or zstd"));
    }
  }

  private static boolean isEvents(String type) {
    try {
      MediaType sent = MediaType.parseMediaType(type);
      return TYPES.stream().anyMatch(known -> known.equalsTypeAndSubtype(sent));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  /// The idempotency key, empty for none.
  static String key(HttpServletRequest request) {
    String key = request.getHeader(KEY);
    if (key == null) {
      return "";
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw ProblemException.badParameter(
          KEY + " must be 1 to " + LONGEST_KEY + " characters, for example a UUID");
    }
    return key;
  }
}

package io.iolaus.api.paging;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Versions in ETags and `If-Match`, for what is changed only as it was read.
public final class IfMatch {

  private IfMatch() {}

  /// The ETag of a version.
  public static String tag(long version) {
    return "\"" + version + "\"";
  }

  /// The version in the header.
  ///
  /// @param what has the ETag, for people
  /// @throws ProblemException 428 without the header, 400 where it is no such ETag
  public static long version(@Nullable String header, String what) {
    if (header == null) {
      throw new ProblemException(
          new Problem(
              HttpStatus.PRECONDITION_REQUIRED,
              "if-match-missing",
              "Send the ETag of the " + what + " as it was read in the header If-Match"));
    }
    if (!header.matches("\"\\d{1,18}\"")) {
      throw ProblemException.badParameter(
          "If-Match must be the ETag of a " + what + ", as \"3\", was " + header);
    }
    return Long.parseLong(header.substring(1, header.length() - 1));
  }
}

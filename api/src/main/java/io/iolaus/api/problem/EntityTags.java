package io.iolaus.api.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Versions as `ETag` and `If-Match` have them: `"3"`.
public final class EntityTags {
  private EntityTags() {}

  /// The tag of a version.
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /// The version that a change is meant for.
  ///
  /// @param what is changed: `user`
  /// @throws ProblemException 428 `if-match-missing` without a header, 400 for one that is no tag
  public static long version(String what, @Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new ProblemException(
          new Problem(
              HttpStatus.PRECONDITION_REQUIRED,
              "if-match-missing",
              "Send the ETag of the %s as it was read in the header If-Match".formatted(what)));
    }
    if (!ifMatch.matches("\"\\d{1,18}\"")) {
      throw ProblemException.badParameter(
          "If-Match must be the ETag of a %s, as \"3\", was %s".formatted(what, ifMatch));
    }
    return Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1));
  }
}

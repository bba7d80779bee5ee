package io.iolaus.core.access;

import java.util.Set;
import java.util.regex.Pattern;

/// What users are called: 2 to 64 lower-case letters, digits, dots, hyphens, underscores and `@`,
/// the first one a letter or digit. A name is never given out twice: what somebody decided stays
/// theirs.
public final class UserName {

  /// The installation's own administrator, whose password is a file of the home.
  public static final String INSTALLATION = "admin";

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

  /// The installation's own accounts.
  private static final Set<String> TAKEN = Set.of(INSTALLATION, "ingest", "metrics");

  private UserName() {}

  /// The name, if a user may have it.
  ///
  /// @throws IllegalArgumentException that says why not
  public static String required(String name) {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a user's name has 2..64 lower-case letters, digits or . - _ @ and begins with a letter"
              + " or digit, was "
              + name);
    }
    if (TAKEN.contains(name)) {
      throw new IllegalArgumentException(
          name + " is an account of the installation itself: choose another name");
    }
    return name;
  }
}

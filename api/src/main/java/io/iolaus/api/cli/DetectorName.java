package io.iolaus.api.cli;

import io.iolaus.cypher.detector.DetectorDraft;
import io.iolaus.cypher.detector.DetectorFile;
import io.iolaus.cypher.detector.SiteDetectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What names a detector on the command line: `shared-x`, which is the version in use,
/// `shared-x@2`, or a file.
record DetectorName(String id, OptionalInt version) {

  private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9-]*)(?:@([1-9][0-9]{0,8}))?");

  static DetectorName of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new CommandException(
          "'"
              + text
              + "' is no detector: write its id, as shared-address, or with a version,"
              + " as shared-address@2");
    }
    return new DetectorName(
        form.group(1),
        form.group(2) == null
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(form.group(2))));
  }

  static boolean isFile(String text) {
    return text.endsWith(".cypher") || Files.exists(Path.of(text));
  }

  static DetectorDraft file(String text) throws IOException {
    return DetectorDraft.read(Path.of(text));
  }

  DetectorDraft draft(SiteDetectors site) {
    int wanted =
        version.orElseGet(() ->
            site.standing().stream()
                .filter(one -> one.file().id().equals(id))
                .mapToInt(one -> one.file().version())
                .findFirst()
                .orElseThrow(this::missing));
    return site.draft(id, wanted).orElseThrow(this::missing);
  }

  /// Whether a detector can be run for some accounts alone, and why not.
  static String forSomeAccounts(DetectorFile detector) {
    return detector.id() + " can be run for some accounts alone: " + detector.narrowingText();
  }

  private CommandException missing() {
    return new CommandException(
        "there is no detector "
            + id
            + (version.isPresent() ? "@" + version.getAsInt() : "")
            + ": `iolaus detectors list` lists those there are");
  }
}

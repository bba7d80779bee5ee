package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.DetectorFile.FalsePositive;
import io.iolaus.cypher.detector.safety.Finding;
import io.iolaus.cypher.detector.safety.StatementSafety;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads one `.cypher` file into a [DetectorFile], or notes everything that is wrong with it.
final class DetectorFileReader {
  private static final String OPEN = "/*---";
  private static final String CLOSE = "---*/";
  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final String path;
  private final Problems problems;

  private DetectorFileReader(String path, Problems problems) {
    this.path = path;
    this.problems = problems;
  }

  /// The detector in `text`; empty when there is any problem, which then is among `problems`.
  ///
  /// @param path inside the folder of detectors, with slashes; a name alone for one that lies
  ///   elsewhere
  static Optional<DetectorFile> read(String path, String text, Problems problems) {
    return new DetectorFileReader(path, problems).read(text);
  }

  private Optional<DetectorFile> read(String text) {
    String normal = text.replace("\r\n", "\n");
    int close = normal.indexOf("\n" + CLOSE);
    if (!normal.startsWith(OPEN + "\n") || close < 0) {
      problems.add(
          1,
          "the front matter is missing",
          "begin the file with a line " + OPEN + ", then its fields, then a line " + CLOSE);
      return Optional.empty();
    }
    int early = normal.indexOf("*/");
    if (early < close) {
      problems.add(lineOf(normal, early), "*/ ends the front matter early", "write it otherwise");
      return Optional.empty();
    }
    // At least the line break before the closing mark, should there be no field at all.
    String yaml =
        close < OPEN.length()
            ? ""
            : normal.substring(OPEN.length() + 1, Math.max(close, OPEN.length() + 1));
    Fields fields = new Fields(YamlNode.read(yaml, 1, problems), problems);
    if (!problems.none()) {
      return Optional.empty();
    }
    String rest = normal.substring(close + 1 + CLOSE.length());
    String statement = rest.strip();
    int line = lineOf(normal, normal.length() - rest.stripLeading().length());
    DetectorFile file = detector(fields, statement, line);
    return problems.none() ? Optional.of(file) : Optional.empty();
  }

  private DetectorFile detector(Fields fields, String statement, int statementLine) {
    String id = fields.text("id", "give the file's name without .cypher");
    checkId(fields, id);
    String title = fields.text("title", "say in a few words what it finds");
    if (title.length() > 80) {
      fields.problem("title", "the title has " + title.length() + " characters", "use at most 80");
    }
    int version =
        fields
            .value("version", "write a whole number from 1", DetectorFileReader::version)
            .orElse(1);
    DetectorStatus status =
        fields
            .value("status", "write experimental, active or retired", DetectorFileReader::status)
            .orElse(DetectorStatus.EXPERIMENTAL);
    fields.value("kind", "write link", kind -> oneOf(Set.of("link"), kind));
    String facet =
        fields
            .value(
                "facet", "write one of " + DetectorFile.FACETS, f -> oneOf(DetectorFile.FACETS, f))
            .orElse("");
    if (!facet.isEmpty() && path.contains("/") && !path.equals(facet + "/" + id + ".cypher")) {
      fields.problem(
          "facet", "the file lies at " + path, "move it to " + facet + "/" + id + ".cypher");
    }
    String description = fields.text("description", "say what operators do and innocents do not");
    List<DetectorParameter> params = ParameterReader.read(fields, problems);
    Fields schedule = fields.nested("schedule");
    Duration every = duration(schedule, "every", Duration.ofMinutes(1), Duration.ofDays(7));
    Duration timeout = duration(schedule, "timeout", Duration.ofSeconds(1), Duration.ofMinutes(30));
    if (timeout.compareTo(every) > 0) {
      schedule.problem(
          "timeout", "a run may outlast the time to the next", "lower timeout or raise every");
    }
    schedule.refuseOthers();
    List<FalsePositive> falsePositives = falsePositives(fields);
    String misses = fields.text("misses", "say what it does not find, and which detector does");
    fields.refuseOthers();
    checkStatement(statement, statementLine, params, facet);
    return new DetectorFile(
        id,
        path.contains("/") ? path : facet + "/" + path,
        title,
        version,
        status,
        facet,
        description,
        params,
        every,
        timeout,
        falsePositives,
        misses,
        statement,
        statementLine,
        DetectorDigest.of(facet, params, statement));
  }

  private void checkId(Fields fields, String id) {
    if (id.isEmpty()) {
      return;
    }
    if (!KEBAB.matcher(id).matches()) {
      fields.problem(
          "id", "'" + id + "' is not in kebab case", "use lower-case words joined by hyphens");
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!name.equals(id + ".cypher")) {
      fields.problem("id", "id '" + id + "' is not the file's name " + name, "make them agree");
    }
  }

  private List<FalsePositive> falsePositives(Fields fields) {
    List<FalsePositive> result = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Fields item : fields.list("falsePositives")) {
      String id = item.text("id", "name the innocent cause in kebab case");
      String note = item.text("note", "say how it is told apart");
      item.refuseOthers();
      if (!id.isEmpty() && !KEBAB.matcher(id).matches()) {
        item.problem(
            "id", "'" + id + "' is not in kebab case", "use lower-case words joined by hyphens");
      } else if (!seen.add(id)) {
        item.problem("id", "false positive '" + id + "' is named twice", "keep one of them");
      }
      result.add(new FalsePositive(id, note));
    }
    if (result.isEmpty()) {
      fields.problem(
          "falsePositives",
          "no false positive is named",
          "name at least one innocent cause: - {id: …, note: …}");
    }
    return result;
  }

  private void checkStatement(
      String statement, int line, List<DetectorParameter> params, String facet) {
    for (Finding finding : DetectorJudge.ofText(statement, params, facet)) {
      problems.add(line, statement, finding);
    }
    Set<String> used = StatementSafety.parameters(statement);
    for (DetectorParameter parameter : params) {
      if (!used.contains(parameter.name()) && !parameter.name().equals(DetectorParameters.WINDOW)) {
        problems.add(
            line, "parameter '" + parameter.name() + "' is never read", "use it or drop it");
      }
    }
  }

  private static Duration duration(Fields fields, String key, Duration min, Duration max) {
    String remedy = "write an ISO-8601 duration from " + min + " to " + max;
    return fields
        .value(
            key,
            remedy,
            text -> {
              Duration value = Duration.parse(text);
              if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
                throw new IllegalArgumentException("out of range");
              }
              return value;
            })
        .orElse(min);
  }

  private static int version(String text) {
    int version = Integer.parseInt(text);
    if (version < 1) {
      throw new IllegalArgumentException("out of range");
    }
    return version;
  }

  private static DetectorStatus status(String text) {
    oneOf(Set.of("experimental", "active", "retired"), text);
    return DetectorStatus.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static String oneOf(Set<String> allowed, String text) {
    if (!allowed.contains(text)) {
      throw new IllegalArgumentException("unknown value");
    }
    return text;
  }

  private static int lineOf(String text, int offset) {
    return 1
        + (int)
            text.substring(0, Math.min(offset, text.length()))
                .chars()
                .filter(c -> c == '\n')
                .count();
  }
}

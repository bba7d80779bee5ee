package io.iolaus.cypher.schema;

import io.iolaus.cypher.statement.Statements;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One step of the schema, from `schema/V0007__index_prompt_simhash.cypher`.
///
/// @param version its number, 1 and up, each given once
/// @param name the file's name without `.cypher`
/// @param statements what it runs, in order; each can run twice with the same result
/// @param checksum of the text, so that an edited file is noticed
record SchemaFile(int version, String name, List<String> statements, String checksum) {

  private static final Pattern NAME = Pattern.compile("V(\\d{4})__[a-z0-9_]+");

  SchemaFile {
    statements = List.copyOf(statements);
  }

  /// All steps that came with the program, in order.
  static List<SchemaFile> all() {
    List<SchemaFile> files =
        Statements.names("schema").stream()
            .map(path -> of(path.substring("schema/".length()), Statements.load(path)))
            .toList();
    // numbers are given out before the work is done: that of a change which comes later may be free
    for (int i = 1; i < files.size(); i++) {
      if (files.get(i).version() == files.get(i - 1).version()) {
        throw new IllegalArgumentException(
            "two schema files have one version: "
                + files.get(i - 1).name()
                + ", "
                + files.get(i).name());
      }
    }
    return files;
  }

  static SchemaFile of(String name, String text) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a schema file is named V0001__what.cypher, was " + name);
    }
    // No statement of a schema holds a semicolon at the end of a line other than its own.
    List<String> statements =
        Arrays.stream(text.split(";\\s*(\\n|$)"))
            .map(String::strip)
            .filter(statement -> !statement.isEmpty())
            .toList();
    return new SchemaFile(Integer.parseInt(matcher.group(1)), name, statements, sha256(text));
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

package io.iolaus.cypher.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The statements of `cypher/`, by their path without `.cypher`: `queries/cluster-list`.
public final class Statements {

  private static final String ROOT = "iolaus/cypher/";
  private static final String SUFFIX = ".cypher";
  private static final Map<String, String> LOADED = new ConcurrentHashMap<>();

  private Statements() {}

  /// The text of a statement, read once; IllegalArgumentException when there is no such file.
  public static String load(String name) {
    return LOADED.computeIfAbsent(name, Statements::read);
  }

  /// The names of all statements below a folder of `cypher/`, as {@link #load} takes them, in byte
  /// order.
  public static List<String> names(String folder) {
    try {
      return StatementFolder.list(ROOT + folder + "/").stream()
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> folder + "/" + file.substring(0, file.length() - SUFFIX.length()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the statements in " + folder, e);
    }
  }

  private static String read(String name) {
    try (InputStream in = Statements.class.getResourceAsStream("/" + ROOT + name + SUFFIX)) {
      if (in == null) {
        throw new IllegalArgumentException("no statement " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read statement " + name, e);
    }
  }
}

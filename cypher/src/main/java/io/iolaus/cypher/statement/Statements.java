package io.iolaus.cypher.statement;

public final class Statements {
  private Statements() {}

  public static String load(String name) {
    try (var in = Statements.class.getResourceAsStream("/iolaus/cypher/" + name + ".cypher")) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

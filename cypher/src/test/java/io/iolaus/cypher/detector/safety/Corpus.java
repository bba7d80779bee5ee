package io.iolaus.cypher.detector.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Statements that must be refused, and ones that must not, from the files beside.
public record Corpus(String name, String reason, String statement) {
  public static final Set<String> PARAMS = Set.of("from", "asOf", "minAccounts");

  public static List<Corpus> read(String file) {
    String text;
    try (InputStream in = Corpus.class.getResourceAsStream(file)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Corpus> result = new ArrayList<>();
    String[] blocks = text.split("(?m)^== ");
    for (int i = 1; i < blocks.length; i++) {
      String[] lines = blocks[i].split("\n", 2);
      String rest = lines[1];
      String reason = "";
      if (rest.startsWith("!! ")) {
        String[] parts = rest.split("\n", 2);
        reason = parts[0].substring(3);
        rest = parts[1];
      }
      result.add(new Corpus(lines[0], reason, rest.strip()));
    }
    return result;
  }

  @Override
  public String toString() {
    return name;
  }
}

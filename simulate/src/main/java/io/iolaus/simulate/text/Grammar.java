package io.iolaus.simulate.text;

import io.iolaus.simulate.random.RandomStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Phrase rules read from `.grammar` files.
///
/// ```
/// ask = How do I {verb} [a|my] {noun}? | Why does {noun} <blame>?
/// ```
///
/// A rule has alternatives separated by `|`; a line that begins with blanks goes on with the rule
/// above. `{rule}` is drawn at each writing, `<rule>` and `[a|b]` are drawn once when a phrase is
/// frozen to a template: what stays open then are its slots. `\n` is a line break, `#` begins a
/// comment line. `{number}`, `{name}`, `{ident}` and `{code}` are built in.
public final class Grammar {

  private final Map<String, List<Node>> rules = new HashMap<>();

  public Grammar(String... resources) {
    for (String resource : resources) {
      read(resource);
    }
    rules.values().forEach(alternatives -> alternatives.forEach(node -> node.check(this)));
  }

  /// One alternative of the rule, drawn anew at each writing.
  public TextSource rule(String name) {
    return new Node.Slot(name).bound(this);
  }

  /// One alternative of the rule with all its choices made; its slots stay open.
  public TextSource freeze(String name, RandomStream random) {
    return frozen(name, random).bound(this);
  }

  /// All alternatives of the rule, each with its choices made.
  public List<TextSource> freezeAll(String name, RandomStream random) {
    return alternatives(name).stream().map(node -> node.frozen(this, random).bound(this)).toList();
  }

  Node frozen(String name, RandomStream random) {
    return random.pick(alternatives(name)).frozen(this, random);
  }

  List<Node> alternatives(String name) {
    List<Node> found = rules.get(name);
    if (found == null) {
      throw new IllegalArgumentException("No rule " + name);
    }
    return found;
  }

  private void read(String resource) {
    try (InputStream in = Grammar.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("No grammar " + resource);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<Node> current = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String alternatives = line;
        if (!Character.isWhitespace(line.charAt(0))) {
          int equals = line.indexOf('=');
          current =
              rules.computeIfAbsent(line.substring(0, equals).strip(), n -> new ArrayList<>());
          alternatives = line.substring(equals + 1);
        }
        current.addAll(GrammarParser.alternatives(alternatives));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

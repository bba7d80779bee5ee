package io.iolaus.core.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A prompt with slots in braces, such as `{passage}`.
record Template(String text) {

  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

  /// The templates of a resource beside this class, which are parted by lines of `===`.
  static List<Template> read(String resource) {
    try (InputStream in = Template.class.getResourceAsStream(resource)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Template> templates = new ArrayList<>();
      for (String text : all.split("(?m)^===\n")) {
        templates.add(new Template(text.strip()));
      }
      return templates;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A close derivative: the same with one more clause at the end.
  Template with(String clause) {
    return new Template(text + "\n" + clause);
  }

  String fill(UnaryOperator<String> slots) {
    Matcher slot = SLOT.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (slot.find()) {
      slot.appendReplacement(filled, Matcher.quoteReplacement(slots.apply(slot.group(1))));
    }
    return slot.appendTail(filled).toString();
  }
}

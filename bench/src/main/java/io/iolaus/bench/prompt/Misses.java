package io.iolaus.bench.prompt;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Says which templates are not one family, and which families are not one template.
final class Misses {

  private static final int SHOWN = 90;

  private Misses() {}

  static void print(List<LabelledPrompt> prompts, int[] groups) {
    Map<Integer, Map<Integer, Integer>> byTemplate = new TreeMap<>();
    Map<Integer, Map<Integer, Integer>> byGroup = new TreeMap<>();
    Map<Integer, String> examples = new HashMap<>();
    for (int i = 0; i < groups.length; i++) {
      int template = prompts.get(i).template();
      byTemplate.computeIfAbsent(template, _ -> new TreeMap<>()).merge(groups[i], 1, Integer::sum);
      byGroup.computeIfAbsent(groups[i], _ -> new TreeMap<>()).merge(template, 1, Integer::sum);
      examples.putIfAbsent(template, prompts.get(i).text().replace('\n', ' '));
    }
    byTemplate.forEach((template, found) -> {
      if (template >= 0 && found.size() > 1) {
        System.out.printf(
            Locale.ROOT,
            "  template %d is %s: %s%n",
            template,
            found,
            head(examples.get(template)));
      }
    });
    byGroup.forEach((group, found) -> {
      if (group >= 0 && (found.size() > 1 || found.containsKey(-1))) {
        System.out.printf(Locale.ROOT, "  family %d is of templates %s%n", group, found);
      }
      if (group >= 0 && found.containsKey(-1)) {
        for (int i = 0, shown = 0; i < groups.length && shown < 3; i++) {
          if (groups[i] == group) {
            System.out.printf(
                Locale.ROOT,
                "    for example: %s%n",
                head(prompts.get(i).text().replace('\n', ' ')));
            shown++;
          }
        }
      }
    });
  }

  private static String head(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text.substring(0, Math.min(SHOWN, text.length()));
  }
}

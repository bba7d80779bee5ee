package io.iolaus.bench.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences of one language, put together at random from frames and phrases: natural text whose
/// turns of phrase recur over prompts, as they do in real ones.
record Language(String code, Map<String, List<String>> phrases, List<String> frames) {

  private static final List<String> ANY =
      List.of("who", "what", "where", "when", "topic", "word", "organic", "name");
  private static final Pattern PART = Pattern.compile("\\{([A-Za-z]+)}");

  /// All languages of `sentences.txt`, by code.
  static Map<String, Language> all() {
    Map<String, Language> languages = new LinkedHashMap<>();
    Language current = null;
    for (String line : Resources.read("sentences.txt").lines().toList()) {
      if (line.startsWith("# ")) {
        current = new Language(line.substring(2).strip(), new HashMap<>(), new ArrayList<>());
        languages.put(current.code, current);
      } else if (current != null && line.startsWith("frame: ")) {
        current.frames.add(line.substring("frame: ".length()));
      } else if (current != null && !line.isBlank()) {
        int colon = line.indexOf(": ");
        current.phrases.put(
            line.substring(0, colon), Arrays.asList(line.substring(colon + 2).split(" \\| ")));
      }
    }
    return languages;
  }

  /// One sentence; every third is made up freely.
  String sentence(Random random) {
    if (random.nextInt(3) == 0) {
      return upper(remark(random)) + (code.equals("th") ? "" : ".");
    }
    Matcher part = PART.matcher(any(frames, random));
    StringBuilder sentence = new StringBuilder();
    while (part.find()) {
      String kind = part.group(1);
      String phrase =
          kind.equals("n")
              ? Integer.toString(2 + random.nextInt(900))
              : phrase(kind.toLowerCase(java.util.Locale.ROOT), random);
      part.appendReplacement(
          sentence,
          Matcher.quoteReplacement(Character.isUpperCase(kind.charAt(0)) ? upper(phrase) : phrase));
    }
    return part.appendTail(sentence).toString();
  }

  /// Pieces of phrases one after another, in no frame: what people write who write without a
  /// template has no longer turns in common than a few words.
  String remark(Random random) {
    StringBuilder remark = new StringBuilder(piece(random));
    for (int i = 2 + random.nextInt(6); i > 0; i--) {
      remark.append(random.nextInt(5) == 0 ? ", " : " ");
      remark.append(
          random.nextInt(6) == 0 ? Integer.toString(random.nextInt(2000)) : piece(random));
    }
    return remark.toString();
  }

  private String piece(Random random) {
    String phrase = phrase(ANY.get(random.nextInt(ANY.size())), random);
    String[] units = phrase.split(phrase.indexOf(' ') > 0 ? " " : "");
    int most = phrase.indexOf(' ') > 0 ? 3 : 8;
    int from = random.nextInt(Math.max(1, units.length - most + 1));
    return String.join(
        phrase.indexOf(' ') > 0 ? " " : "",
        Arrays.asList(units).subList(from, Math.min(units.length, from + most)));
  }

  /// So many sentences in paragraphs.
  String sentences(int least, int most, Random random) {
    int count = least + random.nextInt(most - least + 1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : random.nextInt(7) == 0 ? "\n\n" : " ").append(sentence(random));
    }
    return text.toString();
  }

  String phrase(String kind, Random random) {
    return any(phrases.getOrDefault(kind, List.of("?")), random);
  }

  private static String upper(String phrase) {
    return phrase.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + phrase.substring(1);
  }

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}

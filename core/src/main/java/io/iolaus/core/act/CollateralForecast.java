package io.iolaus.core.act;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Who of the accounts that an act is about may be innocent, for those who agree to it.
///
/// Likely innocent is whom two or more of [InnocenceSign] speak for. It is a reason to look, not a
/// judgement, and no input of detection.
///
/// @param accounts how many it is about
/// @param likelyInnocent how many of these
/// @param signs how many show each sign, by its text; all of them
/// @param sample likely innocents, those with most signs first, then by id
public record CollateralForecast(
    int accounts, int likelyInnocent, Map<String, Integer> signs, List<Innocent> sample) {

  /// So many of the likely innocents are named.
  public static final int SAMPLE = 20;

  private static final int SIGNS = 2;

  /// An account that may be innocent.
  ///
  /// @param signs what speaks for it
  public record Innocent(String account, List<String> signs) {
    public Innocent {
      signs = List.copyOf(signs);
    }
  }

  public CollateralForecast {
    signs = Map.copyOf(signs);
    sample = List.copyOf(sample);
  }

  /// Counts.
  public static CollateralForecast of(List<AccountFacts> accounts) {
    Map<InnocenceSign, Integer> counts = new EnumMap<>(InnocenceSign.class);
    List<Innocent> innocents = new ArrayList<>();
    for (AccountFacts facts : accounts) {
      Set<InnocenceSign> signs = InnocenceSign.of(facts);
      signs.forEach(sign -> counts.merge(sign, 1, Integer::sum));
      if (signs.size() >= SIGNS) {
        innocents.add(
            new Innocent(facts.account(), signs.stream().map(InnocenceSign::text).toList()));
      }
    }
    Map<String, Integer> byText = new TreeMap<>();
    for (InnocenceSign sign : InnocenceSign.values()) {
      byText.put(sign.text(), counts.getOrDefault(sign, 0));
    }
    innocents.sort(
        Comparator.comparingInt((Innocent one) -> -one.signs().size())
            .thenComparing(Innocent::account));
    return new CollateralForecast(
        accounts.size(),
        innocents.size(),
        byText,
        innocents.subList(0, Math.min(SAMPLE, innocents.size())));
  }
}

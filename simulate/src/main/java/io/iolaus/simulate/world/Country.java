package io.iolaus.simulate.world;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import java.util.List;

/// Where people live: code, hours ahead of UTC, the language typed besides English.
public record Country(String code, int zone, String language) {

  public static final List<Country> ALL =
      List.of(
          new Country("US", -6, "en"),
          new Country("IN", 5, "hi"),
          new Country("GB", 1, "en"),
          new Country("DE", 2, "de"),
          new Country("BR", -3, "pt"),
          new Country("JP", 9, "ja"),
          new Country("FR", 2, "fr"),
          new Country("CA", -5, "en"),
          new Country("ID", 7, "id"),
          new Country("SG", 8, "zh"),
          new Country("ES", 2, "es"),
          new Country("MX", -6, "es"),
          new Country("KR", 9, "ko"),
          new Country("AU", 10, "en"),
          new Country("TR", 3, "tr"),
          new Country("NG", 1, "en"),
          new Country("KZ", 5, "ru"),
          new Country("TW", 8, "zh"));

  private static final Weighted<Country> BY_USE = Weighted.zipf(ALL, 0.7);

  public static Country pick(RandomStream random) {
    return BY_USE.pick(random);
  }
}

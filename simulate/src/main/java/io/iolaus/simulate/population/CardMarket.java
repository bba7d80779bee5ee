package io.iolaus.simulate.population;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.Country;
import io.iolaus.simulate.world.Ids;
import java.util.List;
import java.util.stream.IntStream;

/// Who issues cards: some hundred banks by Zipf's law, and a few issuers of virtual and prepaid
/// cards whose whole trade runs under one bank number each.
public final class CardMarket {

  private static final int BANKS = 260;
  private static final int VIRTUAL_ISSUERS = 6;

  private record Bin(String number, Country country) {}

  private final Weighted<Bin> banks;
  private final List<Bin> virtual;

  public CardMarket(RandomStream random) {
    List<Bin> bins =
        IntStream.range(0, BANKS + VIRTUAL_ISSUERS)
            .mapToObj(i -> {
              RandomStream bin = random.child(i);
              String number = (bin.chance(0.5) ? "4" : "5") + bin.between(10_000, 99_999);
              return new Bin(number, Country.pick(bin));
            })
            .toList();
    this.banks = Weighted.zipf(bins.subList(0, BANKS), 0.8);
    this.virtual = bins.subList(BANKS, BANKS + VIRTUAL_ISSUERS);
  }

  /// A card of an ordinary bank.
  public Instrument card(RandomStream random) {
    Bin bin = banks.pick(random);
    String matchKey = random.chance(0.4) ? "par" : "processor";
    return instrument(random, "card", bin, matchKey);
  }

  /// A virtual card of this issuer (0 … 5).
  public Instrument virtual(RandomStream random, int issuer) {
    return instrument(random, "virtual", virtual.get(issuer), "processor");
  }

  public Instrument prepaid(RandomStream random, int issuer) {
    return instrument(random, "prepaid", virtual.get(issuer), "processor");
  }

  private static Instrument instrument(RandomStream random, String kind, Bin bin, String matchKey) {
    return new Instrument(
        Ids.instrument(random), kind, bin.number(), bin.country().code(), matchKey);
  }
}

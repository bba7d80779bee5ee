package io.iolaus.simulate.network;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.Country;
import io.iolaus.simulate.world.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The internet of the simulated world: who has which addresses, and what is known of them.
///
/// The addresses are public in form but of nobody: IPv4 from ranges that are held by a ministry and
/// were never announced, IPv6 from space that has not been handed out (2d00::/8). Where a range
/// lies says what it is used for and nothing of who uses it.
public final class Networks {

  private static final int RESIDENTIAL = 26;
  private static final int MOBILE = 28;
  private static final int HOSTING = 22;
  private static final int VPN = 29;
  private static final int EDUCATION = 30;
  private static final int BUSINESS = 33;
  private static final long FIRST_ASN =
      4_200_000_000L; // for private use, as are the next 94 million
  private static final int ASNS = 94_000_000;
  private static final int HOSTS = 10;
  private static final int VPNS = 3;

  private final RandomStream random;
  private final int turn;
  private final int carrierExits;
  private final Map<String, Fact.Network> known = new TreeMap<>();
  private final Map<String, List<Isp>> isps = new HashMap<>();
  private final Map<String, List<String>> carriers = new HashMap<>();
  private final List<AddressRange> hosts = new ArrayList<>();
  private final Weighted<Integer> hostsByUse;
  private final List<List<String>> vpns = new ArrayList<>();

  /// Everything that is there before anybody connects.
  ///
  /// @param carrierExits how many IPv4 addresses a mobile carrier's customers come out of
  public Networks(RandomStream random, int carrierExits) {
    this.random = random;
    this.turn = random.nextInt(256);
    this.carrierExits = carrierExits;
    for (Country country : Country.ALL) {
      addCountry(country);
    }
    for (int i = 0; i < HOSTS; i++) {
      AddressRange range = AddressRange.of(HOSTING, turned(i), 0, 16);
      hosts.add(range);
      Country country = Country.pick(random.child("host").child(i));
      String name = "Hosting " + (char) ('A' + i);
      describe(range, asn(name), name, "hosting", country.code());
    }
    this.hostsByUse = Weighted.zipf(IntStream.range(0, HOSTS).boxed().toList(), 0.9);
    for (int i = 0; i < VPNS; i++) {
      AddressRange range = AddressRange.of(VPN, turned(i), 0, 22);
      String name = "Private Relay " + (i + 1);
      describe(range, asn(name), name, "vpn", "SG");
      vpns.add(IntStream.range(0, 2 * carrierExits).mapToObj(n -> range.address(n * 7)).toList());
    }
  }

  private void addCountry(Country country) {
    List<Isp> here = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int index = isps.size() * 2 + i;
      AddressRange range = AddressRange.of(RESIDENTIAL, turned(index), 0, 16);
      String name = country.code() + (i == 0 ? " Telecom" : " Cable");
      long asn = asn(name);
      describe(range, asn, name, "residential", country.code());
      String block = "2d00:" + Integer.toHexString(0x100 + turned(index));
      put(block + "::/32", asn, name, "residential", country.code());
      here.add(new Isp(range, block));
    }
    AddressRange mobile = AddressRange.of(MOBILE, turned(isps.size()), 0, 20);
    String carrier = country.code() + " Mobile";
    describe(mobile, asn(carrier), carrier, "mobile", country.code());
    carriers.put(
        country.code(),
        IntStream.range(0, carrierExits).mapToObj(n -> mobile.address(n * 3 + 1)).toList());
    isps.put(country.code(), here);
  }

  /// A home connection of the country.
  public Home home(RandomStream choices, Country country) {
    List<Isp> here = isps.getOrDefault(country.code(), List.of());
    return new Home(here.get(choices.chance(0.6) ? 0 : 1), choices.child("home"));
  }

  /// The mobile carrier of the country: a few addresses for all its customers.
  public Addresses mobile(Country country) {
    return Addresses.anyOf(carriers.getOrDefault(country.code(), List.of()));
  }

  /// A carrier that puts very many customers behind `exits` addresses.
  public Addresses carrier(int index, int exits) {
    AddressRange range = AddressRange.of(MOBILE, turned(64 + index), 0, 22);
    String name = "Nationwide Mobile " + (index + 1);
    describe(range, asn(name), name, "mobile", "ID");
    return Addresses.anyOf(IntStream.range(0, exits).mapToObj(n -> range.address(n * 5)).toList());
  }

  /// A consumer VPN: exits that many strangers share.
  public Addresses vpn(RandomStream choices) {
    return Addresses.anyOf(choices.pick(vpns));
  }

  /// A server of one's own at one of the hosting companies.
  public String server(RandomStream choices) {
    return hosts.get(hostsByUse.pick(choices)).address(choices.nextInt(1 << 16));
  }

  /// A small piece of a hosting company's space: what one customer rents.
  public AddressRange rack(RandomStream choices, int length) {
    return hosts.get(hostsByUse.pick(choices)).part(choices.nextInt(1 << 16), length);
  }

  /// The range of a university, described as education.
  public AddressRange university(int index, long asn, String name, String country) {
    AddressRange range = AddressRange.of(EDUCATION, turned(index), 0, 20);
    describe(range, asn, name, "education", country);
    return range;
  }

  /// The office range of an organization.
  public AddressRange office(int index, long asn, String name, String country) {
    AddressRange range = AddressRange.of(BUSINESS, turned(index >> 8), index & 255, 24);
    describe(range, asn, name, "business", country);
    return range;
  }

  /// The number of this network operator.
  public long asn(String name) {
    return FIRST_ASN + random.child("asn").child(name).nextInt(ASNS);
  }

  /// Adds the line about a range; nothing is known of one range in ten.
  public void describe(AddressRange range, long asn, String name, String use, String country) {
    put(range.cidr(), asn, name, use, country);
  }

  private void put(String prefix, long asn, String name, String use, String country) {
    if (random.child("known").child(prefix).chance(0.9)) {
      known.put(prefix, new Fact.Network(prefix, asn, name, use, country));
    }
  }

  public void facts(Consumer<Fact> out) {
    known.values().stream()
        .sorted(
            Comparator.comparingLong(
                network -> random.child("order").child(network.prefix()).nextLong()))
        .forEach(out);
  }

  // Turned by the seed, so that no second octet means the same in two worlds.
  private int turned(int index) {
    return (index * 37 + turn) & 255;
  }

  /// A company that connects homes.
  record Isp(AddressRange range, String block) {}
}

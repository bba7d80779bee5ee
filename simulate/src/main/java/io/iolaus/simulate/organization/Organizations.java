package io.iolaus.simulate.organization;

import io.iolaus.simulate.network.AddressRange;
import io.iolaus.simulate.network.Networks;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Country;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// All organizations of the world. They come into being when somebody asks for them, each from its
/// own stream, so that one more changes no other.
public final class Organizations {

  // The upper octets of office ranges: labs, corporations of decoys, resellers, background
  // companies.
  private static final int LABS = 0;
  private static final int CORPORATIONS = 1 << 10;
  private static final int RESELLERS = 2 << 10;
  private static final int COMPANIES = 3 << 10;

  private static final List<String> LAB_NAMES =
      List.of("Tarnwick", "Oderra", "Vellmoor", "Brackenfold", "Isenquay", "Pellorin", "Dunmarrow");
  private static final List<String> TRADES =
      List.of(
          "Logistics", "Foods", "Textiles", "Insurance", "Robotics", "Media", "Optics", "Seeds");

  private final RandomStream random;
  private final Networks networks;
  private final Map<String, Fact.Organization> facts = new TreeMap<>();
  private final Map<String, Company> companies = new HashMap<>();
  private final Map<Integer, University> universities = new HashMap<>();
  private final List<Company> labs = new ArrayList<>();

  public Organizations(RandomStream random, Networks networks) {
    this.random = random;
    this.networks = networks;
    List<String> names = new ArrayList<>(LAB_NAMES);
    // Shuffled, so that no name stands for an operator in every world.
    random.child("labs").shuffle(names);
    for (int i = 0; i < names.size(); i++) {
      labs.add(company("lab", LABS + i, names.get(i), " Intelligence"));
    }
  }

  /// The labs: first those that operators of a scenario belong to, the others are innocent.
  public List<Company> labs() {
    return List.copyOf(labs);
  }

  public Company corporation(int index) {
    return trading(CORPORATIONS + index);
  }

  public Company company(int index) {
    return trading(COMPANIES + index);
  }

  public Company reseller(int index) {
    String name = "Relaymart " + (char) ('A' + index);
    return company("reseller", RESELLERS + index, name, " Access");
  }

  private Company trading(int index) {
    RandomStream draws = random.child("trade").child(index);
    String name = capital(Ids.draw("", draws, 6).replaceAll("[0-9]", "o"));
    return company("company", index, name, " " + draws.pick(TRADES));
  }

  private Company company(String kind, int index, String name, String trade) {
    return companies.computeIfAbsent(
        name + index,
        key -> {
          RandomStream draws = random.child(kind).child(index);
          Country country = Country.pick(draws);
          String slug = name.toLowerCase(Locale.ROOT).replace(' ', '-');
          long asn = networks.asn(name);
          AddressRange range = networks.office(index, asn, name + trade, country.code());
          String id = "org-" + slug + (kind.equals("company") ? "-" + index : "");
          Company company =
              new Company(
                  id,
                  name + trade,
                  id.substring(4) + ".example",
                  "get" + slug + ".example",
                  name + trade + " Ltd",
                  range,
                  country);
          facts.put(
              id,
              new Fact.Organization(
                  id,
                  company.name(),
                  List.of(name),
                  List.of(company.domain(), company.alias()),
                  List.of(asn),
                  List.of(range.cidr()),
                  List.of(company.billingName()),
                  kind,
                  country.code()));
          return company;
        });
  }

  public University university(int index) {
    return universities.computeIfAbsent(
        index,
        key -> {
          RandomStream draws = random.child("university").child(index);
          String town = capital(Ids.draw("", draws, 7).replaceAll("[0-9]", "a"));
          Country country = Country.pick(draws);
          long asn = networks.asn("university " + town);
          AddressRange range =
              networks.university(index, asn, "University of " + town, country.code());
          String id = "org-university-of-" + town.toLowerCase(Locale.ROOT);
          String domain = town.toLowerCase(Locale.ROOT) + "-university.example";
          facts.put(
              id,
              new Fact.Organization(
                  id,
                  "University of " + town,
                  List.of(),
                  List.of(domain),
                  List.of(asn),
                  List.of(range.cidr()),
                  List.of(),
                  "university",
                  country.code()));
          return new University(id, domain, range);
        });
  }

  public void facts(Consumer<Fact> out) {
    facts.values().forEach(out);
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}

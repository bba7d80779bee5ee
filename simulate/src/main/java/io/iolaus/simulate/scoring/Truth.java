package io.iolaus.simulate.scoring;

import io.iolaus.simulate.output.PopulationTruth;
import io.iolaus.simulate.output.TruthFiles;
import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Label;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a population is in truth, as `truth.csv` and `truth_clusters.csv` tell it.
public record Truth(Map<String, Member> accounts, List<Campaign> campaigns) {

  private static final String REMEDY = "`iolaus simulate` writes such files";

  /// Innocents whose role says more than what they share.
  private static final Set<String> ROLES = Set.of("victim", "reseller-customer", "affiliate");

  /// One account. What it is not, is empty.
  ///
  /// @param variant what sets its decoy apart from others of the kind, as `unverified`
  public record Member(
      String operator, String role, String decoy, String instance, String variant) {

    public Member(String operator, String role, String decoy, String instance) {
      this(operator, role, decoy, instance, "");
    }

    public boolean attack() {
      return !operator.isEmpty();
    }

    /// The group whose false positives are counted together: the role of victims, of affiliates and
    /// of an operator's or reseller's innocent customers, else the decoy's kind, else the role.
    public String group() {
      return decoy.isEmpty() || ROLES.contains(role) ? role : decoy;
    }
  }

  /// One operator's campaign.
  ///
  /// @param evidence how many kinds of evidence point to its organization; -1 where the truth does
  ///   not tell
  /// @param attack its archetype (`A4`), or empty
  /// @param evasion how it hides (`2`, `2 network=3`), or empty
  public record Campaign(
      String operator,
      String organization,
      long accounts,
      long exchanges,
      Instant firstSeen,
      Instant lastSeen,
      List<String> capabilities,
      int evidence,
      String attack,
      String evasion) {

    public Campaign {
      capabilities = List.copyOf(capabilities);
    }
  }

  public Truth {
    accounts = Map.copyOf(accounts);
    campaigns = List.copyOf(campaigns);
  }

  /// The truth of a simulation that was not written to files.
  public static Truth of(PopulationTruth truth) {
    Map<String, Member> accounts = new HashMap<>();
    for (Account account : truth.accounts()) {
      Label label = account.label();
      accounts.put(
          account.id(),
          new Member(
              label.operator(),
              label.role().text(),
              label.decoy(),
              label.instance(),
              label.variant()));
    }
    return new Truth(accounts, truth.campaigns().stream().map(Truth::campaign).toList());
  }

  private static Campaign campaign(PopulationTruth.Campaign campaign) {
    return new Campaign(
        campaign.operator(),
        campaign.organization(),
        campaign.accounts(),
        campaign.exchanges(),
        campaign.firstSeen(),
        campaign.lastSeen(),
        campaign.capabilities(),
        campaign.evidence(),
        campaign.attack(),
        campaign.evasion());
  }

  /// How all operators hide, where they all hide alike; else empty.
  public String evasion() {
    List<String> all = campaigns.stream().map(Campaign::evasion).distinct().toList();
    return all.size() == 1 ? all.getFirst() : "";
  }

  /// Reads both files from a folder that a simulation wrote.
  ///
  /// @throws IllegalArgumentException if one is missing or wrong; the message names file and line
  public static Truth read(Path folder) throws IOException {
    Map<String, Member> accounts = new HashMap<>();
    Csv.read(
        folder.resolve(TruthFiles.ACCOUNTS),
        REMEDY,
        row -> {
          Member member =
              new Member(
                  row.get("operator"),
                  row.get("role"),
                  row.get("decoy"),
                  row.get("instance"),
                  row.find("variant").orElse(""));
          if (accounts.put(row.get("account"), member) != null) {
            throw row.wrong("has account " + row.get("account") + " a second time");
          }
        });
    List<Campaign> campaigns = new ArrayList<>();
    Csv.read(folder.resolve(TruthFiles.CLUSTERS), REMEDY, row -> campaigns.add(campaign(row)));
    return new Truth(accounts, campaigns);
  }

  private static Campaign campaign(Csv.Row row) {
    return new Campaign(
        row.get("operator"),
        row.get("organization"),
        row.count("accounts"),
        row.count("exchanges"),
        row.time("firstSeen"),
        row.time("lastSeen"),
        Arrays.asList(row.get("capabilities").split("\\+")),
        row.find("evidence").isPresent() ? (int) row.count("evidence") : -1,
        row.find("attack").orElse(""),
        row.find("evasion").orElse(""));
  }
}

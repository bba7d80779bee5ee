package io.iolaus.simulate.scoring;

import io.iolaus.simulate.output.TruthFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a population is in truth, as `truth.csv` and `truth_clusters.csv` tell it.
public record Truth(Map<String, Member> accounts, List<Campaign> campaigns) {

  /// One account. What it is not, is empty.
  public record Member(String operator, String role, String decoy, String instance) {

    public boolean attack() {
      return !operator.isEmpty();
    }

    /// The group whose false positives are counted together: the decoy's kind, else the role.
    public String group() {
      return decoy.isEmpty() ? role : decoy;
    }
  }

  /// One operator's campaign.
  public record Campaign(
      String operator,
      String organization,
      long accounts,
      long exchanges,
      Instant firstSeen,
      Instant lastSeen,
      List<String> capabilities) {

    public Campaign {
      capabilities = List.copyOf(capabilities);
    }
  }

  public Truth {
    accounts = Map.copyOf(accounts);
    campaigns = List.copyOf(campaigns);
  }

  /// Reads both files from a folder that a simulation wrote.
  public static Truth read(Path folder) throws IOException {
    Map<String, Member> accounts = new HashMap<>();
    Csv.read(
        folder.resolve(TruthFiles.ACCOUNTS),
        row ->
            accounts.put(
                row.get("account"),
                new Member(
                    row.get("operator"), row.get("role"), row.get("decoy"), row.get("instance"))));
    List<Campaign> campaigns = new ArrayList<>();
    Csv.read(
        folder.resolve(TruthFiles.CLUSTERS),
        row ->
            campaigns.add(
                new Campaign(
                    row.get("operator"),
                    row.get("organization"),
                    Long.parseLong(row.get("accounts")),
                    Long.parseLong(row.get("exchanges")),
                    Instant.parse(row.get("firstSeen")),
                    Instant.parse(row.get("lastSeen")),
                    Arrays.asList(row.get("capabilities").split("\\+")))));
    return new Truth(accounts, campaigns);
  }
}

package io.iolaus.simulate.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.iolaus.simulate.world.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the truth, apart from the events: only scoring reads it.
public final class TruthFiles {

  public static final String ACCOUNTS = "truth.csv";
  public static final String CLUSTERS = "truth_clusters.csv";

  private TruthFiles() {}

  /// Writes both files.
  public static void write(Path folder, PopulationTruth truth) throws IOException {
    try (CsvWriter csv = open(folder.resolve(ACCOUNTS))) {
      csv.writeRecord("account", "operator", "role", "decoy", "instance", "variant");
      for (Account account : truth.accounts()) {
        csv.writeRecord(
            account.id(),
            account.label().operator(),
            account.label().role().text(),
            account.label().decoy(),
            account.label().instance(),
            account.label().variant());
      }
    }
    try (CsvWriter csv = open(folder.resolve(CLUSTERS))) {
      csv.writeRecord(
          "operator",
          "organization",
          "accounts",
          "exchanges",
          "firstSeen",
          "lastSeen",
          "capabilities",
          "evidence",
          "attack",
          "evasion");
      for (PopulationTruth.Campaign campaign : truth.campaigns()) {
        csv.writeRecord(
            campaign.operator(),
            campaign.organization(),
            Long.toString(campaign.accounts()),
            Long.toString(campaign.exchanges()),
            campaign.firstSeen().toString(),
            campaign.lastSeen().toString(),
            String.join("+", campaign.capabilities()),
            Integer.toString(campaign.evidence()),
            campaign.attack(),
            campaign.evasion());
      }
    }
  }

  private static CsvWriter open(Path file) throws IOException {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Files.newBufferedWriter(file));
  }
}

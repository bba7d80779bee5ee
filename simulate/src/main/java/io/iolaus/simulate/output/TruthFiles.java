package io.iolaus.simulate.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the truth, apart from the events: only scoring reads it.
public final class TruthFiles {

  public static final String ACCOUNTS = "truth.csv";
  public static final String CLUSTERS = "truth_clusters.csv";

  private TruthFiles() {}

  /// Writes both files.
  ///
  /// @param organizations operator → id of the organization behind it
  public static void write(
      Path folder, List<Account> accounts, ExchangeTally tally, Map<String, String> organizations)
      throws IOException {
    List<Account> sorted = accounts.stream().sorted(Comparator.comparing(Account::id)).toList();
    try (CsvWriter csv = open(folder.resolve(ACCOUNTS))) {
      csv.writeRecord("account", "operator", "role", "decoy", "instance");
      for (Account account : sorted) {
        csv.writeRecord(
            account.id(),
            account.label().operator(),
            account.label().role().text(),
            account.label().decoy(),
            account.label().instance());
      }
    }
    Map<String, Long> sizes =
        accounts.stream()
            .filter(account -> account.label().role() == Role.ATTACK)
            .collect(
                Collectors.groupingBy(
                    account -> account.label().operator(), Collectors.counting()));
    try (CsvWriter csv = open(folder.resolve(CLUSTERS))) {
      csv.writeRecord(
          "operator",
          "organization",
          "accounts",
          "exchanges",
          "firstSeen",
          "lastSeen",
          "capabilities");
      tally
          .campaigns()
          .forEach((operator, campaign) ->
              csv.writeRecord(
                  operator,
                  organizations.getOrDefault(operator, ""),
                  Long.toString(sizes.getOrDefault(operator, 0L)),
                  Long.toString(campaign.exchanges),
                  Instant.ofEpochMilli(campaign.firstSeen).toString(),
                  Instant.ofEpochMilli(campaign.lastSeen).toString(),
                  capabilities(campaign)));
    }
  }

  /// Those with a twelfth of the exchanges or more, the greatest first: what else there is, is
  /// cover.
  private static String capabilities(ExchangeTally.Campaign campaign) {
    return campaign.capabilities.entrySet().stream()
        .filter(entry -> entry.getValue() * 12 >= campaign.exchanges)
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .collect(Collectors.joining("+"));
  }

  private static CsvWriter open(Path file) throws IOException {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Files.newBufferedWriter(file));
  }
}

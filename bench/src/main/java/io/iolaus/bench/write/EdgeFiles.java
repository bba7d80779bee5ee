package io.iolaus.bench.write;

import io.iolaus.core.event.Event;
import io.iolaus.ingest.IngestOptions;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.SegmentFold;
import io.iolaus.ingest.journal.Journal;
import io.iolaus.ingest.journal.Prefix;
import io.iolaus.ingest.journal.SegmentHeader;
import io.iolaus.ingest.journal.SourcePosition;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The same distinct edges three times: as a sealed fold, as files for `LOAD CSV`, as files for the
/// offline importer. 50 addresses an account, 18 uses of each on six days.
final class EdgeFiles {

  static final int ADDRESSES_OF_ACCOUNT = 50;
  private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
  private static final int DAYS = 6;
  private static final int USES_A_DAY = 3;

  private final Path folder;
  private final int accounts;

  EdgeFiles(Path folder, int accounts) {
    this.folder = folder;
    this.accounts = accounts;
  }

  int edges() {
    return accounts * ADDRESSES_OF_ACCOUNT;
  }

  private interface Edge {
    void at(int account, int address, LocalDate first) throws IOException;
  }

  private void each(Edge edge) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    int pool = 6 * accounts;
    for (int account = 0; account < accounts; account++) {
      int from = random.nextInt(pool);
      for (int n = 0; n < ADDRESSES_OF_ACCOUNT; n++) {
        edge.at(account, (from + n * 101) % pool, FIRST.plusDays(random.nextInt(30)));
      }
    }
  }

  private static String address(int n) {
    return "11." + (n >>> 16) + "." + (n >>> 8 & 255) + "." + (n & 255);
  }

  /// The edges as the product folds them.
  private SegmentFold fold() throws IOException {
    SegmentFold fold = new SegmentFold();
    each((account, address, first) -> {
      for (int day = 0; day < DAYS; day++) {
        Instant at = Instant.parse(first.plusDays(day) + "T10:00:00Z");
        fold.add(
            new Event.Exchange(
                "acc-" + account,
                at,
                address(address),
                null,
                null,
                null,
                null,
                null,
                null,
                100,
                200,
                USES_A_DAY,
                null),
            1,
            1);
      }
    });
    return fold;
  }

  /// Seals the edges as a segment of their own.
  Path seal(Journal journal, String batch) throws IOException {
    Prefix all = new Prefix(1, new byte[32]);
    SegmentHeader header =
        new SegmentHeader(
            batch,
            1,
            "folded edges",
            all,
            new SourcePosition(all, 1),
            LineCounts.NONE,
            (long) DAYS * edges(),
            Map.of(),
            Map.of(),
            0,
            true);
    return journal.seal(header, fold(), List.of(), List.of(), IngestOptions.defaults().partBytes());
  }

  /// Writes `accounts.csv`, `addresses.csv`, `edges.csv`; for the importer with typed headers.
  void write(boolean typed) throws IOException {
    String suffix = typed ? "-import.csv" : ".csv";
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("accounts" + suffix))) {
      out.write(typed ? "id:ID(Account),exchanges:long\n" : "id,exchanges\n");
      for (int n = 0; n < accounts; n++) {
        out.write("acc-" + n + "," + ADDRESSES_OF_ACCOUNT * DAYS * USES_A_DAY + "\n");
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("addresses" + suffix))) {
      out.write(
          typed
              ? "id:ID(IpAddress),version:long,prefix:string,evidence:boolean,ordinal:string,accounts:long\n"
              : "id,version,prefix,evidence,ordinal,accounts\n");
      for (int n = 0; n < 6 * accounts; n++) {
        String id = address(n);
        out.write(
            "%s,4,%s.0/24,true,40b%06x,8%n".formatted(id, id.substring(0, id.lastIndexOf('.')), n));
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("edges" + suffix))) {
      out.write(
          typed
              ? ":START_ID(Account),:END_ID(IpAddress),days:date[],counts:long[],batches:long[],total:long,firstSeen:datetime,lastSeen:datetime\n"
              : "account,target,days,counts,batches,total,firstSeen,lastSeen\n");
      each((account, address, first) -> out.write(edge(account, address, first)));
    }
  }

  private static String edge(int account, int address, LocalDate first) {
    StringBuilder days = new StringBuilder();
    StringBuilder counts = new StringBuilder();
    for (int day = 0; day < DAYS; day++) {
      days.append(day > 0 ? ";" : "").append(first.plusDays(day));
      counts.append(day > 0 ? ";" : "").append(USES_A_DAY);
    }
    return "acc-%d,%s,%s,%s,1;%d,%d,%sT10:00:00Z,%sT10:00:00Z%n"
        .formatted(
            account,
            address(address),
            days,
            counts,
            DAYS,
            DAYS * USES_A_DAY,
            first,
            first.plusDays(DAYS - 1));
  }
}

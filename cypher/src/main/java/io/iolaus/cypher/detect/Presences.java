package io.iolaus.cypher.detect;

import io.iolaus.core.detect.Population;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.core.lineage.AccountPresence;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a run knows of accounts that are or were in clusters, by their ids.
final class Presences implements Function<String, AccountPresence> {

  private final Population population;
  private final Set<String> parted;
  private final Set<String> deleted;
  private final long awakeFrom;

  /// The moment of the run before; null where there was none.
  private final @Nullable Instant before;

  /// @param parted accounts that people said are not another's, or not a cluster's
  Presences(Population population, Instant asOf, Past past, Set<String> parted) {
    this.population = population;
    this.parted = parted;
    this.deleted = past.deleted();
    this.awakeFrom =
        asOf.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay() - AccountPresence.SILENT_AFTER;
    this.before = past.run().map(Past.PastRun::asOf).orElse(null);
  }

  @Override
  public AccountPresence apply(String id) {
    int account = population.indexOf(id);
    if (deleted.contains(id)) {
      return AccountPresence.DELETED;
    }
    if (account < 0) {
      return AccountPresence.WITHDRAWN;
    }
    Population.Entry entry = population.get(account);
    boolean active = entry.traits().activeDays() > 0;
    return new AccountPresence(
        true,
        false,
        entry.traits().suspended(),
        active && entry.traits().lastDay() > awakeFrom,
        active,
        after(entry.traits().createdAt()) || after(entry.firstSeen()),
        entry.verdict() == Verdict.LEGITIMATE || parted.contains(id));
  }

  private boolean after(@Nullable Instant moment) {
    return before == null || (moment != null && moment.isAfter(before));
  }
}

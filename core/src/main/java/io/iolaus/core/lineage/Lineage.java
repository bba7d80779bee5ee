package io.iolaus.core.lineage;

import io.iolaus.core.lineage.LineageEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What becomes of clusters with a run: which id each group of accounts has, and what happened to
/// whom. A function of what the runs so far left and of what this one found.
///
/// Each cluster is in at most one event about its accounts. Where several could be told, the first
/// of these is: merged, split, regrew, dormant, grew (or shrank, or changed). While a cluster is
/// dormant, accounts that leave because what ties them fades are no event: they are remembered with
/// it.
public final class Lineage {

  /// The part of those who acted that must have been barred or fallen silent for others in their
  /// place to count as regrowth.
  private static final double BROKEN_UP = 0.8;

  /// A cluster that has fewer more or less than this part of its accounts is told to have changed.
  private static final double SOME = 0.03;

  /// Who acts alone, or in two, does not wake a cluster that has more accounts than that.
  private static final int AWAKE = 3;

  private static final int SILENT = AccountPresence.SILENT_AFTER;

  /// Why accounts of a sleeping cluster leave without more ado.
  private static final Set<Change> FADING =
      EnumSet.of(Change.EXPIRED, Change.WEAKER, Change.DELETED);

  private final List<Remembered> known;
  private final List<Set<String>> groups;
  private final Function<String, AccountPresence> presence;
  private final Succession succession;
  private final Set<String> grouped = new HashSet<>();
  private final Set<String> clustered = new HashSet<>();
  private final List<String> ids = new ArrayList<>();
  private final Map<String, Fate> fates = new TreeMap<>();
  private final List<LineageEvent> events = new ArrayList<>();

  /// What became of a cluster.
  ///
  /// @param into the cluster that it goes on in, where it was merged
  public record Fate(Lifecycle lifecycle, @Nullable String into) {
    static Fate of(Lifecycle lifecycle) {
      return new Fate(lifecycle, null);
    }
  }

  /// What a run makes of clusters.
  ///
  /// @param ids one for each group, in their order
  /// @param fates of all clusters that this run found, and of those that it did not find and that
  ///   went on until then
  /// @param events in order of their clusters
  public record Next(List<String> ids, Map<String, Fate> fates, List<LineageEvent> events) {
    public Next {
      ids = List.copyOf(ids);
      fates = Map.copyOf(fates);
      events = List.copyOf(events);
    }
  }

  private Lineage(
      List<Remembered> known,
      List<Set<String>> groups,
      List<@Nullable String> forerunners,
      Function<String, AccountPresence> presence) {
    this.known = known;
    this.groups = groups;
    this.presence = presence;
    this.succession = new Succession(known, groups, forerunners);
    groups.forEach(grouped::addAll);
    known.stream()
        .filter(cluster -> cluster.lifecycle().goesOn())
        .forEach(cluster -> clustered.addAll(cluster.members()));
  }

  /// What becomes of clusters.
  ///
  /// @param known as the runs so far left them, each id once
  /// @param taken ids that stand for something already, those of `known` or more
  /// @param groups accounts (ids) of each cluster that the run found, none of them empty
  /// @param forerunners for each group the id of the dormant cluster that it goes on for although
  ///   it has none of its accounts, or null
  /// @param presence what the run knows of an account
  public static Next next(
      Collection<Remembered> known,
      Set<String> taken,
      List<Set<String>> groups,
      List<@Nullable String> forerunners,
      Function<String, AccountPresence> presence) {
    List<Remembered> sorted = known.stream().sorted(Comparator.comparing(Remembered::id)).toList();
    Lineage lineage = new Lineage(sorted, groups, forerunners, presence);
    lineage.name(taken);
    lineage.found();
    lineage.missing();
    lineage.events.sort(
        Comparator.comparing((LineageEvent e) -> first(e.clusters(), e.parents()))
            .thenComparing(LineageEvent::kind));
    return new Next(lineage.ids, lineage.fates, lineage.events);
  }

  private static String first(List<String> some, List<String> otherwise) {
    return some.isEmpty() ? otherwise.getFirst() : some.getFirst();
  }

  private void name(Set<String> taken) {
    Set<String> used = new HashSet<>(taken);
    for (int g = 0; g < groups.size(); g++) {
      Remembered before = before(g);
      String id = before != null ? before.id() : fresh(new TreeSet<>(groups.get(g)).first(), used);
      used.add(id);
      ids.add(id);
    }
  }

  private @Nullable Remembered before(int group) {
    Remembered heir = succession.heirOf(group);
    return heir != null ? heir : succession.returnOf(group);
  }

  private void found() {
    Set<Integer> told = new HashSet<>();
    for (int g = 0; g < groups.size(); g++) {
      fates.put(
          ids.get(g),
          Fate.of(awake(groups.get(g), before(g)) ? Lifecycle.ACTIVE : Lifecycle.DORMANT));
      List<Remembered> sources = succession.sources(g);
      if (sources.size() > 1) {
        tell(Kind.MERGED, sources, List.of(g));
        told.add(g);
      }
    }
    for (Remembered cluster : known) {
      List<Integer> parts =
          succession.parts(cluster).stream().filter(g -> !told.contains(g)).toList();
      if (parts.size() > 1) {
        tell(Kind.SPLIT, List.of(cluster), parts);
        told.addAll(parts);
      }
    }
    for (int g = 0; g < groups.size(); g++) {
      if (!told.contains(g)) {
        alone(g);
      }
    }
  }

  /// A group that goes on one cluster, or none.
  private void alone(int group) {
    Remembered heir = succession.heirOf(group);
    if (heir == null) {
      Remembered returned = succession.returnOf(group);
      tell(
          returned == null ? Kind.BORN : Kind.RETURNED,
          returned == null ? List.of() : List.of(returned),
          List.of(group));
      return;
    }
    Set<String> members = groups.get(group);
    if (regrew(heir, members)) {
      tell(Kind.REGREW, List.of(heir), List.of(group));
    } else if (heir.lifecycle() == Lifecycle.ACTIVE && !awake(members, heir)) {
      tell(Kind.DORMANT, List.of(heir), List.of(group));
    } else {
      resized(heir, group);
    }
  }

  /// Whether those who act now stand for others who no longer do.
  private boolean regrew(Remembered heir, Set<String> members) {
    if (!awake(members, heir)) {
      return false;
    }
    if (heir.lifecycle() == Lifecycle.DORMANT) {
      return true;
    }
    boolean replaced =
        members.stream()
            .filter(account -> !heir.members().contains(account))
            .map(presence)
            .anyMatch(a -> a.recent() && a.acts());
    List<AccountPresence> acted = heir.acting().stream().map(presence).toList();
    return replaced
        && acted.stream().anyMatch(a -> a.barred() || a.deleted())
        && acted.stream().filter(a -> !a.acts()).count() >= BROKEN_UP * acted.size();
  }

  private void resized(Remembered heir, int group) {
    Set<String> now = groups.get(group);
    boolean sleeping = heir.lifecycle() == Lifecycle.DORMANT;
    boolean changed =
        !heir.members().containsAll(now)
            || heir.members().stream()
                .filter(account -> !now.contains(account))
                .anyMatch(account -> !(sleeping && FADING.contains(leaving(account))));
    if (changed) {
      int before = heir.members().size();
      int difference = now.size() - before;
      boolean some = Math.abs(difference) >= SOME * before;
      Kind kind = !some ? Kind.CHANGED : difference > 0 ? Kind.GREW : Kind.SHRANK;
      tell(kind, List.of(heir), List.of(group));
    }
  }

  /// Clusters that went on until now and that no group goes on.
  private void missing() {
    for (Remembered cluster : known) {
      if (!cluster.lifecycle().goesOn() || fates.containsKey(cluster.id())) {
        continue;
      }
      Integer group = succession.absorber(cluster);
      if (group != null) {
        fates.put(cluster.id(), new Fate(Lifecycle.MERGED, ids.get(group)));
      } else if (rests(cluster)) {
        fates.put(cluster.id(), Fate.of(Lifecycle.DORMANT));
        if (cluster.lifecycle() == Lifecycle.ACTIVE) {
          tell(Kind.DORMANT, List.of(cluster), List.of());
        }
      } else {
        fates.put(cluster.id(), Fate.of(Lifecycle.DISSOLVED));
        tell(Kind.DISSOLVED, List.of(cluster), List.of());
      }
    }
  }

  /// Whether nobody of a cluster that is not found acts any more, and for no other reason. One that
  /// slept goes on sleeping though what ties it fades, until people clear it or its lines are gone.
  private boolean rests(Remembered cluster) {
    List<AccountPresence> members = cluster.members().stream().map(presence).toList();
    return !awake(cluster.members(), cluster)
        && 2 * members.stream().filter(AccountPresence::rests).count() >= members.size();
  }

  /// Whether so many act that it is not somebody who was drawn in. Who was asleep is as large as it
  /// was.
  private boolean awake(Set<String> members, @Nullable Remembered before) {
    int size = members.size();
    if (before != null && before.lifecycle() == Lifecycle.DORMANT) {
      size = Math.max(size, before.members().size());
    }
    long acting = count(members, AccountPresence::acts);
    return acting >= AWAKE || (acting > 0 && 2 * acting >= size);
  }

  private void tell(Kind kind, List<Remembered> parents, List<Integer> parts) {
    Set<String> before = new HashSet<>();
    parents.forEach(p -> before.addAll(p.members()));
    Set<String> after = new HashSet<>();
    parts.forEach(g -> after.addAll(groups.get(g)));
    Map<Change, Integer> joined = new HashMap<>();
    Map<Change, Integer> left = new HashMap<>();
    for (String account : after) {
      if (!before.contains(account)) {
        joined.merge(joining(account), 1, Integer::sum);
      }
    }
    for (String account : before) {
      if (!after.contains(account)) {
        left.merge(leaving(account), 1, Integer::sum);
      }
    }
    events.add(
        new LineageEvent(
            kind,
            parents.stream().map(Remembered::id).toList(),
            kind == Kind.DORMANT && parts.isEmpty()
                ? parents.stream().map(Remembered::id).toList()
                : parts.stream().map(ids::get).toList(),
            before.size(),
            after.size(),
            joined,
            left,
            detail(kind, before, after)));
  }

  /// Why nobody acts any more, or who does again.
  private String detail(Kind kind, Set<String> before, Set<String> after) {
    if (kind == Kind.DORMANT) {
      long barred = count(before, AccountPresence::barred);
      long acting = count(before, AccountPresence::acts);
      String rest =
          acting == 0
              ? String.format(
                  Locale.ROOT, "no %s acted for %d days", barred == 0 ? "account" : "other", SILENT)
              : String.format(
                  Locale.ROOT,
                  "%,d %s acted within %d days",
                  acting,
                  acting == 1 ? "other" : "others",
                  SILENT);
      return barred == 0
          ? rest
          : String.format(
              Locale.ROOT, "%,d of %,d accounts were suspended, %s", barred, before.size(), rest);
    }
    if (kind == Kind.REGREW) {
      Set<String> others = new HashSet<>(after);
      others.removeAll(before);
      return String.format(
          Locale.ROOT,
          "%,d accounts act again, %,d in place of others",
          count(after, AccountPresence::acts) - count(others, AccountPresence::acts),
          count(others, AccountPresence::acts));
    }
    return "";
  }

  private long count(Set<String> accounts, Predicate<AccountPresence> which) {
    return accounts.stream().map(presence).filter(which).count();
  }

  private Change joining(String account) {
    if (clustered.contains(account)) {
      return Change.MOVED;
    }
    return presence.apply(account).recent() ? Change.NEW : Change.EVIDENCE;
  }

  private Change leaving(String account) {
    if (grouped.contains(account)) {
      return Change.MOVED;
    }
    AccountPresence now = presence.apply(account);
    if (!now.known()) {
      return now.deleted() ? Change.DELETED : Change.WITHDRAWN;
    }
    if (now.decided()) {
      return Change.DECIDED;
    }
    return now.inWindow() ? Change.WEAKER : Change.EXPIRED;
  }

  private static String fresh(String firstAccount, Set<String> taken) {
    for (int length = 4; ; length++) {
      String id = "c-" + digest(firstAccount).substring(0, 2 * length);
      if (!taken.contains(id)) {
        return id;
      }
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has SHA-256
    }
  }
}

package io.iolaus.core.detect;

import io.iolaus.core.abuse.AccountTraits;
import io.iolaus.core.evidence.Bounds;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.core.lineage.AccountPresence;
import io.iolaus.core.prompt.SampledPrompts;
import io.iolaus.core.resolve.Activity;
import io.iolaus.core.resolve.EvidenceGraph;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// All accounts of a run, by index: in byte order of their ids, those that came in the course of an
/// {@link Epoch} behind the others.
public final class Population {

  /// What is known of one account.
  ///
  /// @param verifiedBy organization that vouches for it
  /// @param activity its activity in the window
  /// @param prompts its sampled prompts, on the days of the window
  /// @param systems its sampled system prompts, on the days of the window
  /// @param verdict what those agree on who decided about it
  public record Entry(
      String id,
      @Nullable String emailDomain,
      @Nullable String verifiedBy,
      AccountTraits traits,
      StoredActivity activity,
      SampledPrompts prompts,
      SampledPrompts systems,
      int prefixes,
      int shownFacets,
      Verdict verdict,
      @Nullable Instant firstSeen,
      @Nullable Instant lastSeen) {

    /// Whether the same is known of an account as of this one.
    @SuppressWarnings("ReferenceEquality") // nearly all are the very same, which saves comparing
    public boolean same(Entry other) {
      return this == other
          || (id.equals(other.id)
              && Objects.equals(emailDomain, other.emailDomain)
              && Objects.equals(verifiedBy, other.verifiedBy)
              && traits.same(other.traits)
              && activity.same(other.activity)
              && prompts.same(other.prompts)
              && systems.same(other.systems)
              && prefixes == other.prefixes
              && shownFacets == other.shownFacets
              && verdict == other.verdict
              && Objects.equals(firstSeen, other.firstSeen)
              && Objects.equals(lastSeen, other.lastSeen));
    }
  }

  private final List<Entry> entries;
  private final Object2IntOpenHashMap<String> indexOf;

  /// @param entries in byte order of their ids, those that came later behind the others
  public Population(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    this.indexOf = new Object2IntOpenHashMap<>(entries.size());
    indexOf.defaultReturnValue(-1);
    for (int a = 0; a < this.entries.size(); a++) {
      indexOf.put(this.entries.get(a).id(), a);
    }
  }

  /// How many accounts there are.
  public int size() {
    return entries.size();
  }

  /// The account at an index.
  public Entry get(int account) {
    return entries.get(account);
  }

  /// The account's index, or -1 for one outside the run.
  public int indexOf(String id) {
    return indexOf.getInt(id);
  }

  /// Indexes of those ids that are in the run, ascending.
  public int[] indexesOf(Collection<String> ids) {
    return ids.stream().mapToInt(this::indexOf).filter(a -> a >= 0).sorted().toArray();
  }

  /// Traits of all accounts, by index.
  public List<AccountTraits> traits() {
    return entries.stream().map(Entry::traits).toList();
  }

  /// When accounts act. The window ends with the last day on which one did.
  public Activity activity() {
    int today = entries.stream().mapToInt(entry -> entry.traits().lastDay()).max().orElse(0);
    return new Activity() {
      @Override
      public int first(int account) {
        return get(account).traits().firstDay();
      }

      @Override
      public int last(int account) {
        return get(account).traits().lastDay();
      }

      @Override
      public boolean barred(int account) {
        return get(account).traits().suspended();
      }

      @Override
      public boolean silent(int account) {
        return last(account) <= today - AccountPresence.SILENT_AFTER;
      }
    };
  }

  /// Seats of one organization have one number, each other account its own.
  public int[] contracts() {
    Map<String, Integer> first = new HashMap<>();
    int[] contracts = new int[size()];
    for (int a = 0; a < contracts.length; a++) {
      String organization = entries.get(a).verifiedBy();
      contracts[a] = a;
      if (organization != null) {
        Integer known = first.putIfAbsent(organization, a);
        contracts[a] = known == null ? a : known;
      }
    }
    return contracts;
  }

  /// These accounts and what they share, with bounds as the verdicts about them have them.
  public EvidenceGraph evidence(List<SharedThing> things) {
    return evidence(things, Bounds.of(things, size(), a -> get(a).verdict()));
  }

  /// The same with bounds that are known.
  public EvidenceGraph evidence(List<SharedThing> things, Bounds bounds) {
    return EvidenceGraph.of(
        entries.stream().mapToInt(Entry::shownFacets).toArray(), things, bounds);
  }

  /// Accounts of whom something else is known than in an earlier population, and those that are not
  /// in it.
  ///
  /// @param before the same accounts by the same indexes, some perhaps missing behind them
  public BitSet changedSince(Population before) {
    BitSet changed = new BitSet(size());
    for (int a = 0; a < size(); a++) {
      changed.set(a, a >= before.size() || !get(a).same(before.get(a)));
    }
    return changed;
  }

  /// First exchange of these members, null without any.
  @Nullable Instant firstSeen(List<FoundCluster.FoundMember> members) {
    return members.stream()
        .map(m -> get(m.account()).firstSeen())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /// Last exchange of these members, null without any.
  @Nullable Instant lastSeen(List<FoundCluster.FoundMember> members) {
    return members.stream()
        .map(m -> get(m.account()).lastSeen())
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /// Everything an account sampled of one kind.
  public SampledPrompts sampled(int account, boolean system) {
    return system ? entries.get(account).systems() : entries.get(account).prompts();
  }
}

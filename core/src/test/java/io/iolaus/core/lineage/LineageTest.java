package io.iolaus.core.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.lineage.LineageEvent.Kind;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineageTest {

  private static final AccountPresence ACTS =
      new AccountPresence(true, false, false, true, true, false, false);
  private static final AccountPresence NEW =
      new AccountPresence(true, false, false, true, true, true, false);
  private static final AccountPresence SILENT =
      new AccountPresence(true, false, false, false, true, false, false);
  private static final AccountPresence EXPIRED =
      new AccountPresence(true, false, false, false, false, false, false);
  private static final AccountPresence BARRED =
      new AccountPresence(true, false, true, true, true, false, false);
  private static final AccountPresence LEGITIMATE =
      new AccountPresence(true, false, false, true, true, false, true);

  private final Map<String, AccountPresence> presences = new HashMap<>();

  private static Set<String> accounts(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj("a-%03d"::formatted)
        .collect(Collectors.toUnmodifiableSet());
  }

  @SafeVarargs
  private static Set<String> and(Set<String>... sets) {
    return Arrays.stream(sets).flatMap(Collection::stream).collect(Collectors.toUnmodifiableSet());
  }

  private static Remembered active(String id, Set<String> members) {
    return new Remembered(id, Lifecycle.ACTIVE, members, members);
  }

  private void are(AccountPresence presence, Set<String> accounts) {
    accounts.forEach(a -> presences.put(a, presence));
  }

  @SafeVarargs
  private Lineage.Next next(List<Remembered> known, Set<String>... groups) {
    Set<String> ids = new HashSet<>();
    known.forEach(c -> ids.add(c.id()));
    return Lineage.next(
        known,
        ids,
        List.of(groups),
        Collections.nCopies(groups.length, null),
        a -> presences.getOrDefault(a, ACTS));
  }

  private static LineageEvent only(Lineage.Next next) {
    assertThat(next.events()).hasSize(1);
    return next.events().getFirst();
  }

  @Test
  void aGroupThatNobodyKnewIsBorn() {
    Lineage.Next next = next(List.of(), accounts(0, 10));
    LineageEvent born = only(next);
    assertThat(born.kind()).isEqualTo(Kind.BORN);
    assertThat(born.parents()).isEmpty();
    assertThat(born.clusters()).isEqualTo(next.ids());
    assertThat(born.text()).isEqualTo("10 accounts");
    assertThat(next(List.of(), accounts(0, 10)).ids()).as("the same input").isEqualTo(next.ids());
  }

  @Test
  void anUnchangedClusterIsNoEvent() {
    Lineage.Next next = next(List.of(active("c-a", accounts(0, 10))), accounts(0, 10));
    assertThat(next.ids()).containsExactly("c-a");
    assertThat(next.events()).isEmpty();
    assertThat(next.fates()).containsEntry("c-a", Lineage.Fate.of(Lifecycle.ACTIVE));
  }

  @Test
  void growingAndShrinkingSayWhoCameAndWent() {
    are(NEW, accounts(10, 14));
    are(EXPIRED, accounts(0, 1));
    are(LEGITIMATE, accounts(1, 3));
    LineageEvent grew =
        only(next(List.of(active("c-a", accounts(0, 10))), and(accounts(3, 14), accounts(20, 22))));
    assertThat(grew.kind()).isEqualTo(Kind.GREW);
    assertThat(grew.joined()).isEqualTo(Map.of(Change.NEW, 4, Change.EVIDENCE, 2));
    assertThat(grew.left()).isEqualTo(Map.of(Change.EXPIRED, 1, Change.DECIDED, 2));
    assertThat(grew.text())
        .isEqualTo(
            "10 accounts before, 13 now; 6 joined (4 new, 2 by new evidence); 3 left"
                + " (1 silent for the whole window, 2 by decision)");
    assertThat(only(next(List.of(active("c-a", accounts(0, 10))), accounts(0, 9))).kind())
        .isEqualTo(Kind.SHRANK);
    assertThat(only(next(List.of(active("c-a", accounts(0, 10))), accounts(1, 11))).kind())
        .isEqualTo(Kind.CHANGED);
  }

  @Test
  void severalThatAreOneHaveTheIdOfTheLargest() {
    Lineage.Next next =
        next(
            List.of(active("c-a", accounts(0, 10)), active("c-b", accounts(10, 30))),
            accounts(0, 32));
    LineageEvent merged = only(next);
    assertThat(merged.kind()).isEqualTo(Kind.MERGED);
    assertThat(merged.parents()).containsExactly("c-a", "c-b");
    assertThat(merged.clusters()).containsExactly("c-b");
    assertThat(merged.joined()).isEqualTo(Map.of(Change.EVIDENCE, 2));
    assertThat(next.fates()).containsEntry("c-a", new Lineage.Fate(Lifecycle.MERGED, "c-b"));
  }

  @Test
  void aSmallClusterThatLosesLessThanHalfIsNotMerged() {
    Lineage.Next next =
        next(
            List.of(active("c-a", accounts(0, 10)), active("c-b", accounts(10, 30))),
            accounts(4, 30),
            accounts(0, 4));
    assertThat(next.ids()).containsExactly("c-b", "c-a");
    assertThat(next.events()).extracting(LineageEvent::kind).contains(Kind.MERGED);
    // six of ten went over, four go on: both are told
    assertThat(next.events())
        .filteredOn(e -> e.kind() == Kind.SHRANK)
        .singleElement()
        .satisfies(e -> assertThat(e.left()).isEqualTo(Map.of(Change.MOVED, 6)));
    Lineage.Next less =
        next(
            List.of(active("c-a", accounts(0, 10)), active("c-b", accounts(10, 30))),
            accounts(6, 30),
            accounts(0, 6));
    assertThat(less.events())
        .extracting(LineageEvent::kind)
        .containsExactly(Kind.SHRANK, Kind.GREW);
  }

  @Test
  void oneThatIsSeveralKeepsItsIdInTheLargestPart() {
    Lineage.Next next =
        next(List.of(active("c-a", accounts(0, 30))), accounts(0, 12), accounts(12, 30));
    LineageEvent split = only(next);
    assertThat(split.kind()).isEqualTo(Kind.SPLIT);
    assertThat(split.parents()).containsExactly("c-a");
    assertThat(next.ids().get(1)).isEqualTo("c-a");
    assertThat(split.clusters()).containsExactlyInAnyOrderElementsOf(next.ids());
  }

  @Test
  void whatWasMergedAndComesApartHasItsIdAgain() {
    List<Remembered> known =
        List.of(
            active("c-b", accounts(0, 30)),
            new Remembered("c-a", Lifecycle.MERGED, accounts(0, 10), Set.of()));
    Lineage.Next next = next(known, accounts(0, 10), accounts(10, 30));
    assertThat(next.ids()).containsExactly("c-a", "c-b");
    assertThat(only(next).kind()).isEqualTo(Kind.SPLIT);
    assertThat(next.fates()).containsEntry("c-a", Lineage.Fate.of(Lifecycle.ACTIVE));
  }

  @Test
  void whoseAccountsAreBarredOrSilentIsDormant() {
    are(BARRED, accounts(0, 8));
    are(SILENT, accounts(8, 10));
    Lineage.Next next = next(List.of(active("c-a", accounts(0, 10))), accounts(0, 10));
    LineageEvent dormant = only(next);
    assertThat(dormant.kind()).isEqualTo(Kind.DORMANT);
    assertThat(dormant.text())
        .isEqualTo("8 of 10 accounts were suspended, no other acted for 14 days; 10 accounts");
    assertThat(next.fates()).containsEntry("c-a", Lineage.Fate.of(Lifecycle.DORMANT));
    are(ACTS, accounts(8, 10));
    assertThat(only(next(List.of(active("c-a", accounts(0, 10))), accounts(0, 10))).text())
        .as("two are too few to go on")
        .startsWith("8 of 10 accounts were suspended, 2 others acted within 14 days");
    are(ACTS, accounts(7, 10));
    assertThat(next(List.of(active("c-a", accounts(0, 10))), accounts(0, 10)).events()).isEmpty();
  }

  @Test
  void aDormantOneThatTheWindowPassesIsRememberedAndNoEvent() {
    are(EXPIRED, accounts(0, 10));
    List<Remembered> known =
        List.of(new Remembered("c-a", Lifecycle.DORMANT, accounts(0, 10), Set.of()));
    assertThat(next(known, accounts(4, 10)).events()).isEmpty();
    Lineage.Next gone = next(known);
    assertThat(gone.events()).isEmpty();
    assertThat(gone.fates()).containsEntry("c-a", Lineage.Fate.of(Lifecycle.DORMANT));
  }

  @Test
  void anActiveOneThatTheWindowPassedAtOnceFallsDormant() {
    are(EXPIRED, accounts(0, 10));
    Lineage.Next next = next(List.of(active("c-a", accounts(0, 10))));
    assertThat(only(next).kind()).isEqualTo(Kind.DORMANT);
    assertThat(only(next).clusters()).containsExactly("c-a");
  }

  @Test
  void aDormantOneWhoseAccountsActAgainRegrew() {
    are(SILENT, accounts(0, 10));
    are(NEW, accounts(10, 13));
    List<Remembered> known =
        List.of(new Remembered("c-a", Lifecycle.DORMANT, accounts(0, 10), Set.of()));
    Lineage.Next next = next(known, accounts(0, 13));
    LineageEvent regrew = only(next);
    assertThat(regrew.kind()).isEqualTo(Kind.REGREW);
    assertThat(regrew.text())
        .isEqualTo(
            "0 accounts act again, 3 in place of others; 10 accounts before, 13 now; 3 joined"
                + " (new)");
    assertThat(next.fates()).containsEntry("c-a", Lineage.Fate.of(Lifecycle.ACTIVE));
  }

  @Test
  void othersInPlaceOfBarredOnesBetweenTwoRunsAreRegrowth() {
    are(BARRED, accounts(0, 10));
    are(NEW, accounts(10, 13));
    assertThat(only(next(List.of(active("c-a", accounts(0, 10))), accounts(0, 13))).kind())
        .isEqualTo(Kind.REGREW);
    // a few that are replaced are not
    are(ACTS, accounts(0, 5));
    assertThat(only(next(List.of(active("c-a", accounts(0, 10))), accounts(0, 13))).kind())
        .isEqualTo(Kind.GREW);
  }

  @Test
  void whatNothingTiesAnyMoreIsDissolvedAndReturns() {
    Lineage.Next next = next(List.of(active("c-a", accounts(0, 10))));
    LineageEvent dissolved = only(next);
    assertThat(dissolved.kind()).isEqualTo(Kind.DISSOLVED);
    assertThat(dissolved.clusters()).isEmpty();
    assertThat(dissolved.left()).isEqualTo(Map.of(Change.WEAKER, 10));
    Lineage.Next again =
        next(
            List.of(new Remembered("c-a", Lifecycle.DISSOLVED, accounts(0, 10), Set.of())),
            accounts(0, 12));
    assertThat(again.ids()).containsExactly("c-a");
    assertThat(only(again).kind()).isEqualTo(Kind.RETURNED);
  }

  @Test
  void anIdIsNeverGivenTwice() {
    String id = next(List.of(), accounts(0, 10)).ids().getFirst();
    Lineage.Next next =
        next(
            List.of(new Remembered(id, Lifecycle.DISSOLVED, accounts(50, 90), Set.of())),
            accounts(0, 10));
    assertThat(next.ids().getFirst()).startsWith(id).isNotEqualTo(id);
  }

  @Test
  void theOrderOfWhatIsKnownAndFoundMakesNoDifference() {
    List<Remembered> known =
        List.of(active("c-a", accounts(0, 10)), active("c-b", accounts(10, 30)));
    Lineage.Next one = next(known, accounts(0, 16), accounts(16, 30));
    Lineage.Next other = next(known.reversed(), accounts(16, 30), accounts(0, 16));
    assertThat(one.ids()).isEqualTo(other.ids().reversed());
    assertThat(one.events()).isEqualTo(other.events());
  }
}

package io.iolaus.cypher.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.audit.AuditAct;
import io.iolaus.core.audit.AuditActor;
import io.iolaus.core.audit.AuditFinding;
import io.iolaus.core.audit.AuditFinding.Kind;
import io.iolaus.core.audit.AuditKey;
import io.iolaus.core.audit.AuditNote;
import io.iolaus.core.audit.AuditOutcome;
import io.iolaus.core.audit.AuditVerifier;
import io.iolaus.core.audit.SealedEntry;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.statement.Statements;
import io.iolaus.cypher.test.Neo4jTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.summary.Plan;

@Neo4jTest
class AuditLogIT {

  private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");
  private static final AuditActor ADA = new AuditActor("ada", AuditActor.Login.SESSION, "10.0.0.7");
  private static final AuditActor BOB = new AuditActor("bob", AuditActor.Login.BASIC, "10.0.0.8");

  private Driver driver;
  private Home home;

  @BeforeEach
  void emptyAudit(Driver driver, @TempDir Path folder) {
    this.driver = driver;
    this.home = Home.at(folder.resolve("home"));
    run("MATCH (n:AuditEntry|AuditHead|AuditBegun) DELETE n");
  }

  @Test
  void entriesReadAsTheyWereWritten() throws Exception {
    AuditNote note =
        AuditNote.of(
            ADA,
            AuditAct.DECIDE,
            "account",
            "acc-1 ü 😀",
            AuditOutcome.REFUSED,
            "they = each other's",
            Map.of("kind", "same=same", "other", ""));
    try (AuditLog log = log(START)) {
      assertThat(log.append(note)).isEqualTo(1);
    }
    SealedEntry read = reader().page(AuditQuery.ALL, 10, null).items().getFirst();
    assertThat(read.entry().note()).isEqualTo(note);
    assertThat(read.entry().at()).isEqualTo(START);
    assertThat(verify().findings()).isEmpty();
  }

  @Test
  void manyThreadsOfTwoProcessesMakeOneWholeChain() throws Exception {
    try (AuditLog one = log(START);
        AuditLog other = log(START);
        ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Future<List<Long>>> work = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        AuditLog log = thread % 2 == 0 ? one : other;
        String object = "c-" + thread;
        work.add(
            pool.submit(() ->
                LongStream.range(0, 25).mapToObj(i -> log.append(read(ADA, object))).toList()));
      }
      Set<Long> numbers = new HashSet<>();
      for (Future<List<Long>> done : work) {
        List<Long> mine = done.get();
        assertThat(mine).isSorted();
        numbers.addAll(mine);
      }
      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
    }
    AuditVerifier.Result result = verify();
    assertThat(result.findings()).isEmpty();
    assertThat(result.entries()).isEqualTo(200);
    assertThat(result.anchored()).isEqualTo(200);
  }

  @Test
  void verifyingWhileOthersAppendFindsNothing() throws Exception {
    try (AuditLog log = log(START);
        ExecutorService pool = Executors.newSingleThreadExecutor()) {
      log.append(read(ADA, "c-0"));
      Future<?> writing =
          pool.submit(() -> LongStream.range(0, 60).forEach(i -> log.append(read(ADA, "c-1"))));
      while (!writing.isDone()) {
        assertThat(verify().findings()).filteredOn(f -> f.kind() != Kind.NOT_ANCHORED).isEmpty();
      }
      writing.get();
    }
    assertThat(verify().entries()).isEqualTo(61);
  }

  @Test
  void whatWasDoneInTheDatabaseIsFound() throws Exception {
    Map<String, Kind> attacks = new HashMap<>();
    attacks.put("MATCH (e:AuditEntry {seq: 4}) SET e.object = 'c-9'", Kind.ENTRY_CHANGED);
    attacks.put("MATCH (e:AuditEntry {seq: 4}) SET e.actor = 'eve'", Kind.ENTRY_CHANGED);
    attacks.put(
        "MATCH (e:AuditEntry {seq: 4}) SET e.at = e.at - duration('PT0.001S')", Kind.ENTRY_CHANGED);
    attacks.put("MATCH (e:AuditEntry {seq: 4}) SET e.detail = ['x=y']", Kind.ENTRY_CHANGED);
    attacks.put("MATCH (e:AuditEntry {seq: 4}) SET e.act = 'nothing'", Kind.ENTRY_UNREADABLE);
    attacks.put("MATCH (e:AuditEntry {seq: 4}) REMOVE e.hash", Kind.ENTRY_UNREADABLE);
    attacks.put("MATCH (e:AuditEntry {seq: 4}) DELETE e", Kind.ENTRIES_MISSING);
    attacks.put("MATCH (e:AuditEntry {seq: 4}) SET e.seq = '4'", Kind.ENTRIES_MISSING);
    attacks.put("MATCH (e:AuditEntry {seq: 10}) DELETE e", Kind.TAIL_CUT);
    attacks.put(
        "MATCH (e:AuditEntry) WHERE e.seq > 6 DELETE e WITH count(*) AS c"
            + " MATCH (h:AuditHead), (l:AuditEntry {seq: 6}) SET h.seq = 6, h.hash = l.hash",
        Kind.TAIL_CUT);
    attacks.put("MATCH (n:AuditEntry|AuditHead) DELETE n", Kind.TAIL_CUT);
    attacks.put("MATCH (h:AuditHead) SET h.seq = 3", Kind.HEAD_CHANGED);
    for (var attack : attacks.entrySet()) {
      run("MATCH (n:AuditEntry|AuditHead) DELETE n");
      Files.deleteIfExists(home.auditAnchors());
      appendTen();
      assertThat(verify().findings()).isEmpty();
      run(attack.getKey());
      assertThat(verify().findings())
          .as(attack.getKey())
          .extracting(AuditFinding::kind)
          .contains(attack.getValue());
    }
  }

  @Test
  void aChainThatWasMadeAnewWithTheKeyIsFoundByTheAnchors() throws Exception {
    appendTen();
    run("MATCH (n:AuditEntry|AuditHead) DELETE n");
    Path anchors = home.auditAnchors();
    Path kept = anchors.resolveSibling("kept.log");
    Files.move(anchors, kept);
    try (AuditLog log = log(START)) {
      for (int i = 0; i < 12; i++) {
        log.append(read(BOB, "c-1"));
      }
    }
    assertThat(verify().findings()).isEmpty(); // whoever has home and database gets so far
    assertThat(AuditCheck.verify(driver, List.of(key()), List.of(anchors, kept)).findings())
        .extracting(AuditFinding::kind)
        .contains(Kind.CHAIN_REWRITTEN);
  }

  @Test
  void anotherHomesKeyIsUnknown(@TempDir Path folder) throws Exception {
    appendTen();
    AuditKey other = AuditKey.of(Home.at(folder.resolve("other")).auditKey());
    assertThat(AuditCheck.verify(driver, List.of(other), List.of(home.auditAnchors())).findings())
        .extracting(AuditFinding::kind)
        .contains(Kind.KEY_UNKNOWN);
  }

  @Test
  void anActThatHasEndedLeavesOneEntry() throws Exception {
    try (AuditLog log = log(START)) {
      AuditLog.Begun begun = log.begin(read(ADA, "c-1"));
      assertThat(reader().head().seq()).isZero();
      assertThat(reader().begun(START.plusSeconds(1))).hasSize(1);
      log.end(begun, begun.note().with(AuditOutcome.REFUSED));
      assertThat(reader().begun(START.plusSeconds(1))).isEmpty();
      assertThat(log.giveUp()).isZero();
    }
    assertThat(outcomes()).containsExactly(AuditOutcome.REFUSED);
  }

  @Test
  void ofAnActWhoseProcessDiedNobodyKnows() throws Exception {
    try (AuditLog died = log(START)) {
      AuditLog.Begun begun = died.begin(read(ADA, "c-1"));
      assertThat(begun.note().act()).isEqualTo(AuditAct.READ_MEMBERS);
    }
    try (AuditLog soon = log(START.plus(AuditLog.GIVEN_UP))) {
      assertThat(soon.giveUp()).isZero();
    }
    Instant later = START.plus(AuditLog.GIVEN_UP).plusSeconds(1);
    try (AuditLog log = log(later);
        AuditLog other = log(later)) {
      assertThat(log.giveUp()).isEqualTo(1);
      assertThat(other.giveUp()).isZero();
    }
    SealedEntry entry = reader().page(AuditQuery.ALL, 10, null).items().getFirst();
    assertThat(entry.entry().note().outcome()).isEqualTo(AuditOutcome.UNKNOWN);
    assertThat(entry.entry().note().actor()).isEqualTo(ADA);
    assertThat(entry.entry().note().detail()).containsEntry("begun", START.toString());
    assertThat(verify().findings()).isEmpty();
  }

  @Test
  void withoutADatabaseNothingIsRecordedAndWhoAsksHearsOfIt() {
    try (Driver nowhere = GraphDatabase.driver("bolt://127.0.0.1:1", AuthTokens.none());
        AuditLog log = new AuditLog(nowhere, home, clock(START))) {
      assertThatThrownBy(() -> log.append(read(ADA, "c-1")))
          .isInstanceOf(AuditUnavailableException.class);
      assertThatThrownBy(() -> log.begin(read(ADA, "c-1")))
          .isInstanceOf(AuditUnavailableException.class);
    }
  }

  @Test
  void whatCannotBeAnchoredIsNotRecorded() throws Exception {
    Files.createDirectories(home.auditAnchors()); // a folder is in the way
    try (AuditLog log = log(START)) {
      log.append(read(ADA, "c-1"));
      await(() -> refused(log));
      Files.delete(home.auditAnchors());
      log.append(read(ADA, "c-2"));
    }
    assertThat(verify().findings()).isEmpty();
  }

  @Test
  void anchorsFollowWithinSeconds() throws Exception {
    try (AuditLog log = log(START)) {
      log.append(read(ADA, "c-1"));
      log.append(read(ADA, "c-1"));
      await(() -> anchored() == 2);
    }
  }

  @Test
  void aLineThatACrashCutOffIsPassedOver() throws Exception {
    appendTen();
    String line = Files.readString(home.auditAnchors());
    Files.writeString(home.auditAnchors(), line + line.substring(0, 50));
    appendTen();
    assertThat(verify().findings()).isEmpty();
    assertThat(anchored()).isEqualTo(20);
  }

  @Test
  void timesNeverGoBack() throws Exception {
    try (AuditLog ahead = log(START.plus(Duration.ofDays(1)));
        AuditLog behind = log(START)) {
      ahead.append(read(ADA, "c-1"));
      behind.append(read(BOB, "c-1"));
    }
    SealedEntry last = reader().page(AuditQuery.ALL, 1, null).items().getFirst();
    assertThat(last.entry().at()).isEqualTo(START.plus(Duration.ofDays(1)));
    assertThat(last.entry().note().detail()).containsEntry("clock", START.toString());
    assertThat(verify().findings()).isEmpty();
  }

  @Test
  void filtersFindWhatALookAtAllFinds() {
    appendVaried(60);
    List<SealedEntry> all = new ArrayList<>();
    reader().each(AuditQuery.ALL, all::add);
    assertThat(all).hasSize(60);
    Instant from = START.plusSeconds(13);
    Instant to = START.plusSeconds(41);
    List<AuditQuery> queries =
        List.of(
            AuditQuery.ALL,
            new AuditQuery("ada", null, null, null, null, null, null),
            new AuditQuery(null, AuditAct.SEARCH, null, null, null, null, null),
            new AuditQuery(null, null, null, "c-1", null, null, null),
            new AuditQuery(null, null, "cluster", null, null, null, null),
            new AuditQuery(null, null, null, null, AuditOutcome.REFUSED, null, null),
            new AuditQuery(null, null, null, null, AuditOutcome.ALLOWED, null, null),
            new AuditQuery("bob", AuditAct.READ_MEMBERS, null, null, null, from, null),
            new AuditQuery(null, null, null, null, null, from, to),
            new AuditQuery("ada", null, "cluster", "c-2", AuditOutcome.ALLOWED, from, to),
            new AuditQuery(null, null, null, null, null, START.plusSeconds(999), null),
            new AuditQuery(null, null, null, null, null, null, START.minusSeconds(9)));
    for (AuditQuery query : queries) {
      List<SealedEntry> expected = all.stream().filter(e -> matches(query, e)).toList();
      List<SealedEntry> exported = new ArrayList<>();
      reader().each(query, exported::add);
      assertThat(exported).as("%s", query).isEqualTo(expected);
      assertThat(pages(query, expected.size())).as("%s", query).isEqualTo(expected.reversed());
    }
  }

  @Test
  void pagesStayWhatTheyAreWhileOthersAppend() {
    appendVaried(25);
    Page<SealedEntry> first = reader().page(AuditQuery.ALL, 10, null);
    appendVaried(7);
    Page<SealedEntry> second = reader().page(AuditQuery.ALL, 10, first.next());
    assertThat(second.items().getFirst().entry().seq())
        .isEqualTo(first.items().getLast().entry().seq() - 1);
    assertThat(second.total()).isEqualTo(32);
  }

  /// Each kind of page is read from an index that has it in order: nothing is sorted.
  @Test
  void pagesReadNoMoreThanTheyShow() {
    Map<String, Object> parameters = new HashMap<>();
    for (String name : List.of("actor", "act", "objectType", "object", "outcome")) {
      parameters.put(name, "x");
    }
    parameters.putAll(Map.of("from", 1, "to", 9, "before", 9, "limit", 51));
    for (String name : List.of("", "-by-object", "-by-actor", "-by-act", "-by-outcome")) {
      try (var session = driver.session()) {
        Plan plan =
            session
                .run("EXPLAIN " + Statements.load("queries/audit/page" + name), parameters)
                .consume()
                .plan();
        List<String> operators = new ArrayList<>();
        collect(plan, operators);
        assertThat(operators)
            .as(name)
            .noneMatch(o -> o.contains("Sort") || o.contains("Top") || o.contains("LabelScan"));
      }
    }
  }

  private static void collect(Plan plan, List<String> operators) {
    operators.add(plan.operatorType());
    plan.children().forEach(child -> collect(child, operators));
  }

  private static boolean matches(AuditQuery query, SealedEntry sealed) {
    AuditNote note = sealed.entry().note();
    Instant at = sealed.entry().at();
    return (query.actor() == null || note.actor().name().equals(query.actor()))
        && (query.act() == null || note.act() == query.act())
        && (query.objectType() == null || note.objectType().equals(query.objectType()))
        && (query.object() == null || note.object().equals(query.object()))
        && (query.outcome() == null || note.outcome() == query.outcome())
        && (query.from() == null || !at.isBefore(query.from()))
        && (query.to() == null || at.isBefore(query.to()));
  }

  private List<SealedEntry> pages(AuditQuery query, int total) {
    List<SealedEntry> all = new ArrayList<>();
    Page<SealedEntry> page = reader().page(query, 7, null);
    all.addAll(page.items());
    while (page.next() != null) {
      assertThat(page.total()).isEqualTo(total);
      page = reader().page(query, 7, page.next());
      all.addAll(page.items());
    }
    return all;
  }

  private void appendVaried(int many) {
    for (int i = 0; i < many; i++) {
      try (AuditLog log = log(START.plusSeconds(i))) {
        log.append(
            AuditNote.of(
                i % 3 == 0 ? ADA : BOB,
                i % 4 == 0 ? AuditAct.SEARCH : AuditAct.READ_MEMBERS,
                i % 4 == 0 ? "" : "cluster",
                i % 4 == 0 ? "" : "c-" + i % 5,
                i % 7 == 0 ? AuditOutcome.REFUSED : AuditOutcome.ALLOWED,
                null,
                Map.of()));
      }
    }
  }

  private void appendTen() {
    try (AuditLog log = log(START)) {
      for (int i = 0; i < 10; i++) {
        log.append(read(ADA, "c-1"));
      }
    }
  }

  private List<AuditOutcome> outcomes() {
    return reader().page(AuditQuery.ALL, 10, null).items().stream()
        .map(e -> e.entry().note().outcome())
        .collect(Collectors.toList());
  }

  private static boolean refused(AuditLog log) {
    try {
      log.append(read(ADA, "c-1"));
      return false;
    } catch (AuditUnavailableException e) {
      return true;
    }
  }

  private long anchored() throws Exception {
    return verify().anchored();
  }

  private interface Check {
    boolean done() throws Exception;
  }

  private static void await(Check check) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!check.done()) {
      assertThat(System.nanoTime()).as("not within ten seconds").isLessThan(deadline);
      Thread.sleep(50);
    }
  }

  private static AuditNote read(AuditActor actor, String cluster) {
    return AuditNote.of(
        actor,
        AuditAct.READ_MEMBERS,
        "cluster",
        cluster,
        AuditOutcome.ALLOWED,
        null,
        Map.of("rows", "50"));
  }

  private AuditLog log(Instant now) {
    return new AuditLog(driver, home, clock(now));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private AuditReader reader() {
    return new AuditReader(driver);
  }

  private AuditKey key() {
    return AuditKey.of(home.auditKey());
  }

  private AuditVerifier.Result verify() throws Exception {
    return AuditCheck.verify(driver, List.of(key()), List.of(home.auditAnchors()));
  }

  private void run(String cypher) {
    try (var session = driver.session()) {
      session.run(cypher).consume();
    }
  }
}

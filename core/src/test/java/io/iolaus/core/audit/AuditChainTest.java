package io.iolaus.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.audit.AuditFinding.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class AuditChainTest {

  private static final Instant START = Instant.parse("2026-06-01T08:00:00.123Z");
  private static final byte[] KEY_BYTES = bytes(1);
  private static final AuditKey KEY = AuditKey.of(KEY_BYTES);
  private static final AuditKey STRANGE = AuditKey.of(bytes(2));

  private final List<SealedEntry> chain = chain(KEY, 20, "c-7");

  @Test
  void wholeChainHasNoFindings() {
    AuditVerifier.Result result = verify(chain, anchors(chain, 1, 7, 20), head(chain));
    assertThat(result.findings()).isEmpty();
    assertThat(result.whole()).isTrue();
    assertThat(result.entries()).isEqualTo(20);
    assertThat(result.anchored()).isEqualTo(20);
  }

  @Test
  void emptyChainHasNoFindings() {
    assertThat(verify(List.of(), List.of(), AuditHead.NONE).whole()).isTrue();
  }

  /// The form of the bytes is a promise: it is built here once more, by other means.
  @Test
  void hashAndSealAreWhatIsDocumented() throws Exception {
    SealedEntry first = chain.getFirst();
    ByteBuffer bytes = ByteBuffer.allocate(1000);
    text(bytes, "iolaus-audit-1");
    bytes.putLong(1).putLong(START.toEpochMilli());
    for (String field :
        List.of(
            KEY.id(),
            "ada",
            "session",
            "10.0.0.7",
            "read-members",
            "cluster",
            "c-7",
            "allowed",
            "because ü")) {
      text(bytes, field);
    }
    bytes.putInt(2);
    for (String field : List.of("a", "1", "b-c", "2")) {
      text(bytes, field);
    }
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    sha.update(new byte[32]);
    sha.update(bytes.array(), 0, bytes.position());
    String hash = HexFormat.of().formatHex(sha.digest());
    assertThat(first.hash()).isEqualTo(hash);
    byte[] purpose = hmac(KEY_BYTES, "iolaus/1/audit-entry");
    assertThat(first.seal()).isEqualTo(HexFormat.of().formatHex(hmac(purpose, hash)));
  }

  @Test
  void eachFieldThatIsChangedIsFoundAtItsEntry() {
    Map<String, UnaryOperator<AuditEntry>> changes = new TreeMap<>();
    changes.put("at", e -> new AuditEntry(e.seq(), e.at().plusMillis(1), e.note(), e.key()));
    changes.put("key", e -> new AuditEntry(e.seq(), e.at(), e.note(), STRANGE.id()));
    changes.put("actor", e -> noted(e, n -> actor(n, "eve", n.actor().login(), "10.0.0.7")));
    changes.put("address", e -> noted(e, n -> actor(n, "ada", n.actor().login(), "10.0.0.8")));
    changes.put("login", e -> noted(e, n -> actor(n, "ada", AuditActor.Login.BASIC, "10.0.0.7")));
    changes.put("act", e -> noted(e, n -> note(n, AuditAct.EXPORT, "cluster", "c-7", "because ü")));
    changes.put("type", e -> noted(e, n -> note(n, n.act(), "account", "c-7", "because ü")));
    changes.put("object", e -> noted(e, n -> note(n, n.act(), "cluster", "c-8", "because ü")));
    changes.put("reason", e -> noted(e, n -> note(n, n.act(), "cluster", "c-7", "")));
    changes.put("outcome", e -> noted(e, n -> n.with(AuditOutcome.REFUSED)));
    changes.put("detail", e -> noted(e, n -> n.with("a", "3")));
    changes.put("more detail", e -> noted(e, n -> n.with("c", "")));
    changes.forEach((what, change) -> {
      List<SealedEntry> tampered = new ArrayList<>(chain);
      SealedEntry was = chain.get(6);
      tampered.set(6, new SealedEntry(change.apply(was.entry()), was.hash(), was.seal()));
      AuditVerifier.Result result = verify(tampered, anchors(chain, 20), head(chain));
      assertThat(result.findings())
          .as(what)
          .first()
          .satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.ENTRY_CHANGED);
            assertThat(finding.seq()).isEqualTo(7);
          });
    });
  }

  @Test
  void fieldsThatFlowIntoEachOtherDoNotHashAlike() {
    AuditNote one = noted(chain.getFirst().entry(), n -> note(n, n.act(), "ab", "c", "")).note();
    AuditNote other = noted(chain.getFirst().entry(), n -> note(n, n.act(), "a", "bc", "")).note();
    assertThat(new AuditEntry(1, START, one, KEY.id()).bytes())
        .isNotEqualTo(new AuditEntry(1, START, other, KEY.id()).bytes());
  }

  @Test
  void entryWithANewHashButNoKeyIsForged() {
    List<SealedEntry> tampered = new ArrayList<>(chain);
    AuditEntry changed = noted(chain.get(6).entry(), n -> n.with(AuditOutcome.REFUSED));
    tampered.set(
        6,
        new SealedEntry(
            changed, SealedEntry.hash(chain.get(5).hash(), changed), chain.get(6).seal()));
    AuditVerifier.Result result = verify(tampered, anchors(chain, 20), head(chain));
    assertThat(result.findings())
        .extracting(AuditFinding::kind, AuditFinding::seq)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.ENTRY_FORGED, 7L),
            org.assertj.core.groups.Tuple.tuple(Kind.ENTRY_CHANGED, 8L));
  }

  @Test
  void entriesThatChangedPlacesAreFound() {
    List<SealedEntry> swapped = new ArrayList<>(chain);
    Collections.swap(swapped, 4, 5);
    assertThat(kinds(verify(swapped, anchors(chain, 20), head(chain))))
        .contains(Kind.ENTRIES_MISSING, Kind.ENTRY_TWICE);
    List<SealedEntry> renumbered = new ArrayList<>(chain);
    renumbered.set(4, numbered(chain.get(5), 5));
    renumbered.set(5, numbered(chain.get(4), 6));
    AuditVerifier.Result result = verify(renumbered, anchors(chain, 20), head(chain));
    assertThat(result.findings().getFirst().kind()).isEqualTo(Kind.ENTRY_CHANGED);
    assertThat(result.findings().getFirst().seq()).isEqualTo(5);
  }

  @Test
  void entriesThatWereTakenOutAreNamed() {
    List<SealedEntry> cut = new ArrayList<>(chain);
    cut.subList(3, 6).clear();
    AuditVerifier.Result result = verify(cut, anchors(chain, 20), head(chain));
    assertThat(result.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.kind()).isEqualTo(Kind.ENTRIES_MISSING);
          assertThat(finding.text()).isEqualTo("entries 4 to 6 are missing");
        });
  }

  @Test
  void aTailThatWasCutIsFoundByTheHead() {
    List<SealedEntry> cut = chain.subList(0, 15);
    assertThat(kinds(verify(cut, anchors(chain, 10), head(chain)))).contains(Kind.TAIL_CUT);
  }

  @Test
  void aTailThatWasCutWithTheHeadIsFoundByAnAnchor() {
    List<SealedEntry> cut = chain.subList(0, 15);
    AuditVerifier.Result result = verify(cut, anchors(chain, 10, 18), head(cut));
    assertThat(result.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.kind()).isEqualTo(Kind.TAIL_CUT);
          assertThat(finding.seq()).isEqualTo(16);
          assertThat(finding.text()).contains("entries 16 to 18");
        });
  }

  /// What remains: behind the last anchor nobody can tell.
  @Test
  void aTailBehindTheLastAnchorCanBeCutUnseen() {
    List<SealedEntry> cut = chain.subList(0, 15);
    assertThat(verify(cut, anchors(chain, 10), head(cut)).whole()).isTrue();
  }

  @Test
  void aChainMadeAnewWithoutTheKeyIsForgedFromTheFirst() {
    List<SealedEntry> anew = new ArrayList<>();
    AuditHead head = AuditHead.NONE;
    for (SealedEntry was : chain) {
      AuditEntry entry = noted(was.entry(), n -> note(n, n.act(), "cluster", "c-9", ""));
      String hash = SealedEntry.hash(head.hash(), entry);
      SealedEntry forged = new SealedEntry(entry, hash, STRANGE.sealEntry(hash));
      anew.add(forged);
      head = forged.head();
    }
    AuditVerifier.Result result = verify(anew, List.of(), head(anew));
    assertThat(result.findings().getFirst().kind()).isEqualTo(Kind.ENTRY_FORGED);
    assertThat(result.findings().getFirst().seq()).isEqualTo(1);
    assertThat(result.counts()).containsEntry(Kind.ENTRY_FORGED, 20L);
  }

  @Test
  void aChainMadeAnewWithTheKeyIsFoundByAnAnchor() {
    List<SealedEntry> anew = chain(KEY, 20, "c-9");
    AuditVerifier.Result result = verify(anew, anchors(chain, 4, 20), head(anew));
    assertThat(result.findings())
        .first()
        .satisfies(finding -> {
          assertThat(finding.kind()).isEqualTo(Kind.CHAIN_REWRITTEN);
          assertThat(finding.seq()).isEqualTo(4);
        });
  }

  @Test
  void anAnchorThatFitsAForgeryIsForgedItself() {
    List<SealedEntry> anew = chain(KEY, 20, "c-9");
    AuditAnchor made = AuditAnchor.of(head(anew), START, STRANGE);
    AuditAnchor renamed = new AuditAnchor(made.head(), made.at(), KEY.id(), made.seal());
    assertThat(kinds(verify(anew, List.of(renamed), head(anew)))).contains(Kind.ANCHOR_FORGED);
    assertThat(kinds(verify(anew, List.of(made), head(anew)))).contains(Kind.KEY_UNKNOWN);
  }

  @Test
  void anUnknownKeyIsNamed() {
    List<SealedEntry> strange = chain(STRANGE, 3, "c-7");
    AuditVerifier.Result result = verify(strange, List.of(), head(strange));
    assertThat(result.findings().getFirst().text()).contains(STRANGE.id());
    assertThat(kinds(result)).contains(Kind.KEY_UNKNOWN);
  }

  @Test
  void aChainWithoutAnyAnchorIsNotTakenForWhole() {
    assertThat(kinds(verify(chain, List.of(), head(chain)))).containsExactly(Kind.NOT_ANCHORED);
  }

  @Test
  void aHeadThatWasSetBackOrChangedIsFound() {
    List<AuditAnchor> anchors = anchors(chain, 20);
    assertThat(kinds(verify(chain, anchors, chain.get(9).head())))
        .containsExactly(Kind.HEAD_CHANGED);
    assertThat(kinds(verify(chain, anchors, new AuditHead(20, chain.getFirst().hash()))))
        .containsExactly(Kind.HEAD_CHANGED);
  }

  @Test
  void anchorsReadAsTheyWereWritten() {
    AuditAnchor anchor = AuditAnchor.of(head(chain), START, KEY);
    assertThat(AuditAnchor.parse(anchor.line())).contains(anchor);
    assertThat(AuditAnchor.parse(anchor.line().substring(0, 90))).isEmpty();
    assertThat(AuditAnchor.parse("")).isEmpty();
  }

  @Test
  void textsFromOutsideAreCleanedAndCut() {
    AuditNote note =
        AuditNote.of(
            AuditActor.of("a\nb\uD800c", AuditActor.Login.NONE, "x".repeat(99)),
            AuditAct.LOGIN,
            "user",
            "😀".repeat(500),
            AuditOutcome.REFUSED,
            null,
            Map.of("note", "tab\there"));
    assertThat(note.actor().name()).isEqualTo("a b\uFFFDc");
    assertThat(note.actor().address()).hasSize(64);
    assertThat(note.object()).hasSize(800).endsWith("😀");
    assertThat(note.detail()).containsEntry("note", "tab here");
  }

  @Test
  void rejectsWhatCannotStandInAnEntry() {
    assertThatThrownBy(() -> new AuditActor("a\nb", AuditActor.Login.NONE, ""))
        .isInstanceOf(IllegalArgumentException.class);
    AuditNote note = chain.getFirst().entry().note();
    assertThatThrownBy(() -> note.with("Not A Name", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Not A Name");
  }

  private static AuditVerifier.Result verify(
      List<SealedEntry> entries, List<AuditAnchor> anchors, AuditHead head) {
    AuditVerifier verifier = new AuditVerifier(List.of(KEY));
    anchors.forEach(verifier::anchor);
    entries.forEach(verifier::entry);
    return verifier.end(head, head);
  }

  private static Set<Kind> kinds(AuditVerifier.Result result) {
    return result.findings().stream().map(AuditFinding::kind).collect(Collectors.toSet());
  }

  private static List<SealedEntry> chain(AuditKey key, int length, String object) {
    List<SealedEntry> chain = new ArrayList<>();
    AuditHead head = AuditHead.NONE;
    for (int i = 0; i < length; i++) {
      AuditNote note =
          AuditNote.of(
              new AuditActor("ada", AuditActor.Login.SESSION, "10.0.0.7"),
              AuditAct.READ_MEMBERS,
              "cluster",
              object,
              AuditOutcome.ALLOWED,
              "because ü",
              Map.of("b-c", "2", "a", "1"));
      AuditEntry entry = new AuditEntry(i + 1, START.plusSeconds(i), note, key.id());
      chain.add(SealedEntry.after(head, entry, key));
      head = chain.getLast().head();
    }
    return chain;
  }

  private static List<AuditAnchor> anchors(List<SealedEntry> chain, int... places) {
    List<AuditAnchor> anchors = new ArrayList<>();
    for (int place : places) {
      anchors.add(AuditAnchor.of(chain.get(place - 1).head(), START, KEY));
    }
    return anchors;
  }

  private static AuditHead head(List<SealedEntry> chain) {
    return chain.getLast().head();
  }

  private static SealedEntry numbered(SealedEntry was, long seq) {
    AuditEntry entry = was.entry();
    return new SealedEntry(
        new AuditEntry(seq, entry.at(), entry.note(), entry.key()), was.hash(), was.seal());
  }

  private static AuditEntry noted(AuditEntry entry, UnaryOperator<AuditNote> change) {
    return new AuditEntry(entry.seq(), entry.at(), change.apply(entry.note()), entry.key());
  }

  private static AuditNote actor(
      AuditNote note, String name, AuditActor.Login login, String address) {
    return new AuditNote(
        new AuditActor(name, login, address),
        note.act(),
        note.objectType(),
        note.object(),
        note.outcome(),
        note.reason(),
        note.detail());
  }

  private static AuditNote note(
      AuditNote note, AuditAct act, String type, String object, String reason) {
    return new AuditNote(note.actor(), act, type, object, note.outcome(), reason, note.detail());
  }

  private static void text(ByteBuffer out, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.putInt(utf8.length).put(utf8);
  }

  private static byte[] hmac(byte[] key, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(int seed) {
    byte[] bytes = new byte[32];
    new java.util.Random(seed).nextBytes(bytes);
    return bytes;
  }
}

package io.iolaus.ingest.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.iolaus.core.address.IpPrefix;
import io.iolaus.ingest.LineCounts;
import io.iolaus.ingest.fold.Fact;
import io.iolaus.ingest.fold.LineTag;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergesTest {

  @Test
  void factsHoldByTimeThenByteOrder() {
    FactSet facts = FactSet.stored(List.of());
    facts.add(new Fact("name", 5, "b"), 0);
    facts.add(new Fact("name", 5, "ä"), 0);
    facts.add(new Fact("name", 4, "z"), 0);
    assertThat(facts.add(new Fact("name", 5, "b"), 0)).isFalse();
    assertThat(facts.holding().get("name").value()).isEqualTo("ä");
    assertThat(FactSet.stored(facts.encode()).encode()).isEqualTo(facts.encode()).hasSize(3);
  }

  @Test
  void ofAnInstrumentOnlyTheLatestTimeOfAValueIsKept() {
    FactSet facts = FactSet.stored(List.of());
    facts.addLatest(new Fact("kind", 5, "card"));
    facts.addLatest(new Fact("kind", 7, "prepaid"));
    facts.addLatest(new Fact("kind", 9, "card"));
    facts.addLatest(new Fact("kind", 3, "card"));
    assertThat(facts.encode()).hasSize(2);
    assertThat(facts.holding().get("kind")).isEqualTo(new Fact("kind", 9, "card"));
  }

  @Test
  void tellsRepeatsFromConflicts() {
    KnownEvents events = new KnownEvents();
    assertThat(events.add(1, 10)).isEqualTo(KnownEvents.Novelty.NEW);
    KnownEvents stored = new KnownEvents(events.toBytes());
    assertThat(stored.add(1, 10)).isEqualTo(KnownEvents.Novelty.REPEAT);
    assertThat(stored.add(1, 11)).isEqualTo(KnownEvents.Novelty.CONFLICT);
    assertThat(stored.add(0, 11)).isEqualTo(KnownEvents.Novelty.NEW);
    assertThat(new KnownEvents(stored.toBytes()).toBytes()).isEqualTo(stored.toBytes());
  }

  @Test
  void everyLineHasOneOutcome() {
    LineTally tally = new LineTally();
    tally.activities(4);
    tally.statements(3);
    tally.repeat();
    tally.conflict();
    tally.exchanges(9);
    tally.created(LineTag.of(0, false));
    tally.created(LineTag.of(0, false));
    tally.created(LineTag.of(1, true));
    tally.stated(LineTag.of(1, true));
    tally.stated(LineTag.of(2, true));
    assertThat(tally.counts()).isEqualTo(new LineCounts(9, 2, 4, 2, 1, 9));
  }

  @Test
  void ordinalsPutAddressesInTheOrderOfTheirBits() {
    assertThat(Ordinals.of("203.0.113.7")).isEqualTo("4cb007107");
    assertThat(Ordinals.of("2001:db8:0:1::/64")).isEqualTo("620010db800000001");
    IpPrefix v4 = IpPrefix.parse("203.0.113.0/24").orElseThrow();
    assertThat(Ordinals.first(v4)).isEqualTo("4cb007100");
    assertThat(Ordinals.last(v4)).isEqualTo("4cb0071ff");
    IpPrefix v6 = IpPrefix.parse("::/0").orElseThrow();
    assertThat(Ordinals.last(v6)).isEqualTo("6ffffffffffffffff");
    IpPrefix all = IpPrefix.parse("0.0.0.0/0").orElseThrow();
    assertThat(Ordinals.last(all)).isEqualTo("4ffffffff");
  }
}

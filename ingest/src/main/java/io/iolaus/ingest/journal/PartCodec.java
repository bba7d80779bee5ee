package io.iolaus.ingest.journal;

import io.iolaus.core.activity.ActivityProfile;
import io.iolaus.core.days.DayCounts;
import io.iolaus.core.prompt.PromptReservoir;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.EdgeFold;
import io.iolaus.ingest.fold.EntityFold;
import io.iolaus.ingest.fold.ExchangeFold;
import io.iolaus.ingest.fold.Fact;
import io.iolaus.ingest.fold.FactFold;
import io.iolaus.ingest.fold.IdentifiedEvent;
import io.iolaus.ingest.fold.InstrumentFold;
import io.iolaus.ingest.fold.Target;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The form of a part in a segment.
final class PartCodec {

  private PartCodec() {}

  static byte[] encode(Part part) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CborOut out = new CborOut(bytes)) {
      write(out, part);
    }
    return bytes.toByteArray();
  }

  static Part decode(byte[] encoded) {
    try (CborIn in = new CborIn(new ByteArrayInputStream(encoded))) {
      return read(in);
    }
  }

  /// How many accounts an encoded part holds; only its first bytes are read.
  static int countAccounts(byte[] encoded) {
    try (CborIn in = new CborIn(new ByteArrayInputStream(encoded))) {
      return in.begin().count();
    }
  }

  private static void write(CborOut out, Part part) {
    out.begin().number(part.accounts().size());
    part.accounts().forEach(account -> write(out, account));
    out.number(part.entities().size());
    part.entities().forEach(entity -> write(out, entity));
    out.number(part.instruments().size());
    part.instruments().forEach((id, fold) -> write(out, id, fold));
    out.number(part.capabilities().size());
    part.capabilities().forEach(out::text);
    out.end();
  }

  private static Part read(CborIn in) {
    in.begin();
    List<AccountFold> accounts = new ArrayList<>();
    for (int i = in.count(); i > 0; i--) {
      accounts.add(readAccount(in));
    }
    List<EntityFold> entities = new ArrayList<>();
    for (int i = in.count(); i > 0; i--) {
      entities.add(readEntity(in));
    }
    Map<String, InstrumentFold> instruments = new HashMap<>();
    for (int i = in.count(); i > 0; i--) {
      String id = in.text();
      InstrumentFold fold = new InstrumentFold();
      for (int f = in.count(); f > 0; f--) {
        fold.add(readFact(in));
      }
      instruments.put(id, fold);
    }
    Set<String> capabilities = new HashSet<>();
    for (int i = in.count(); i > 0; i--) {
      capabilities.add(in.text());
    }
    in.end();
    return new Part(accounts, entities, instruments, capabilities);
  }

  static void write(CborOut out, AccountFold account) {
    out.begin().text(account.id());
    out.number(account.firstTag()).number(account.accountLines()).number(account.activityLines());
    write(out, account.facts());
    out.number(account.verdicts().size());
    account.verdicts().values().forEach(verdict -> write(out, verdict));
    out.number(account.edgeCount());
    account.forEachEdge((target, edge) -> write(out, target, edge));
    write(out, account.exchanges());
    out.number(account.identified().size());
    // Threads fold in any order, but of two events with one id the earlier line counts.
    account.identified().stream()
        .sorted(Comparator.comparingInt(IdentifiedEvent::tag))
        .forEach(event -> EventCodec.write(out, event));
    out.end();
  }

  static AccountFold readAccount(CborIn in) {
    AccountFold account = new AccountFold(in.begin().text());
    int firstTag = in.count();
    int accountLines = in.count();
    int activityLines = in.count();
    readFacts(in, account.facts());
    for (int i = in.count(); i > 0; i--) {
      EntityFold verdict = readEntity(in);
      account.verdicts().put(verdict.key(), verdict);
    }
    for (int i = in.count(); i > 0; i--) {
      Target target = readTarget(in);
      account.restoreEdge(target, new EdgeFold(in.count(), in.number(), in.number(), readDays(in)));
    }
    account.restore(firstTag, accountLines, activityLines, readExchanges(in));
    for (int i = in.count(); i > 0; i--) {
      IdentifiedEvent event = EventCodec.read(in, account.id());
      account.identified().add(event);
    }
    in.end();
    return account;
  }

  private static void write(CborOut out, EntityFold entity) {
    out.text(entity.kind().name()).text(entity.key());
    out.number(entity.firstTag()).number(entity.lines());
    write(out, entity.facts());
  }

  private static EntityFold readEntity(CborIn in) {
    EntityFold.Kind kind = EntityFold.Kind.valueOf(in.text());
    String key = in.text();
    int firstTag = in.count();
    int lines = in.count();
    FactFold facts = new FactFold();
    readFacts(in, facts);
    return new EntityFold(kind, key, firstTag, lines, facts);
  }

  private static void write(CborOut out, FactFold facts) {
    out.number(facts.firstLines().size());
    facts.firstLines().forEach((fact, tag) -> write(out, fact).number(tag));
  }

  private static void readFacts(CborIn in, FactFold facts) {
    for (int i = in.count(); i > 0; i--) {
      Fact fact = readFact(in);
      facts.add(fact, in.count());
    }
  }

  private static CborOut write(CborOut out, Fact fact) {
    return out.text(fact.field()).number(fact.at()).text(fact.value());
  }

  private static Fact readFact(CborIn in) {
    return new Fact(in.text(), in.number(), in.text());
  }

  private static void write(CborOut out, String id, InstrumentFold fold) {
    out.text(id).number(fold.facts().size());
    fold.facts().forEach(fact -> write(out, fact));
  }

  private static void write(CborOut out, Target target, EdgeFold edge) {
    switch (target) {
      case Target.Instrument t -> out.number(0).text(t.instrument()).text(t.matchKey());
      case Target.Address t -> out.number(1).text(t.address());
      case Target.Identifier t -> out.number(2).text(t.kind()).text(t.value()).flag(t.keyed());
    }
    out.number(edge.firstTag()).number(edge.firstMillis()).number(edge.lastMillis());
    write(out, edge.days());
  }

  private static Target readTarget(CborIn in) {
    int type = in.count();
    return switch (type) {
      case 0 -> new Target.Instrument(in.text(), in.optionalText());
      case 1 -> new Target.Address(in.text());
      case 2 -> new Target.Identifier(in.text(), in.text(), in.flag());
      default -> throw new IllegalStateException("a journal segment names target type " + type);
    };
  }

  private static void write(CborOut out, DayCounts days) {
    out.number(days.size());
    for (int i = 0; i < days.size(); i++) {
      out.number(days.day(i)).number(days.count(i));
    }
  }

  private static DayCounts readDays(CborIn in) {
    int size = in.count();
    int[] days = new int[size];
    long[] counts = new long[size];
    for (int i = 0; i < size; i++) {
      days[i] = in.count();
      counts[i] = in.number();
    }
    return new DayCounts(days, counts);
  }

  private static void write(CborOut out, @Nullable ExchangeFold fold) {
    out.flag(fold != null);
    if (fold != null) {
      write(out, fold.days());
      out.bytes(fold.activity().toBytes()).bytes(fold.prompts().toBytes());
      out.number(fold.inputTokens()).number(fold.outputTokens());
      out.number(fold.firstMillis()).number(fold.lastMillis());
    }
  }

  private static @Nullable ExchangeFold readExchanges(CborIn in) {
    if (!in.flag()) {
      return null;
    }
    return new ExchangeFold(
        readDays(in),
        ActivityProfile.fromBytes(in.bytes()),
        PromptReservoir.fromBytes(in.bytes()),
        in.number(),
        in.number(),
        in.number(),
        in.number());
  }
}

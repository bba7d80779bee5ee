package io.iolaus.cypher.explain;

import static io.iolaus.cypher.read.Fields.flag;
import static io.iolaus.cypher.read.Fields.numberOrZero;
import static io.iolaus.cypher.read.Fields.text;

import io.iolaus.core.decision.Held;
import io.iolaus.core.decision.Opinions;
import io.iolaus.core.detect.Contracts;
import io.iolaus.core.evidence.Verdict;
import io.iolaus.core.explain.AccountView;
import io.iolaus.core.explain.ShownLink;
import io.iolaus.core.explain.Sign;
import io.iolaus.core.prompt.PromptReservoir;
import io.iolaus.cypher.decision.DecisionReader;
import io.iolaus.cypher.detect.Ignored;
import io.iolaus.cypher.detector.DetectorWindow;
import io.iolaus.cypher.read.GraphReader;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Reads what accounts show now, within the window of a run, as its detectors would see it.
final class AccountViewReader {

  /// An account and what is said of it.
  ///
  /// @param verifiedBy name of the organization that vouches for it by contract, or pays for it
  record Seen(AccountView view, @Nullable String verifiedBy) {}

  private final GraphReader graph;

  AccountViewReader(GraphReader graph) {
    this.graph = graph;
  }

  /// Those of the accounts that there are, in their order.
  List<Seen> read(Collection<String> ids, DetectorWindow window, Ignored ignored) {
    Held held = DecisionReader.judging(graph, ids, window.asOf());
    return graph.list(
        "queries/explain/account",
        Map.of(
            "ids", List.copyOf(ids),
            "from", window.fromDay(),
            "asOf", window.asOfDay(),
            "now", window.asOf().atZone(ZoneOffset.UTC),
            "seats", Contracts.MIN_SEATS),
        row -> seen(row, window, ignored, held));
  }

  private static Seen seen(Record row, DetectorWindow window, Ignored ignored, Held held) {
    List<ShownLink> links = new ArrayList<>();
    add(links, row.get("instruments"), ignored, v -> Sign.INSTRUMENT);
    add(links, row.get("identifiers"), ignored, AccountViewReader::identifier);
    add(links, row.get("addresses"), ignored, v -> Sign.ADDRESS);
    add(
        links,
        row.get("families"),
        ignored,
        v -> "system".equals(text(v.get("kind"))) ? Sign.SYSTEM_PROMPTS : Sign.PROMPTS);
    add(
        links,
        row.get("patterns"),
        ignored,
        v -> Sign.ofPattern(String.valueOf(text(v.get("kind")))));
    String verifiedBy = text(row.get("verifiedBy"));
    String id = row.get("id").asString();
    Opinions opinions = new Opinions();
    row.get("verdicts")
        .values()
        .forEach(v ->
            opinions.add(
                id,
                v.get("by").asString(),
                v.get("verdict").asString(),
                v.get("at").asZonedDateTime().toInstant()));
    opinions.add(held);
    boolean legitimate = opinions.of(id) == Verdict.LEGITIMATE;
    return new Seen(
        new AccountView(
            id, links, prompts(row.get("prompts"), window), verifiedBy != null, legitimate),
        verifiedBy);
  }

  private static Sign identifier(Value value) {
    return switch (String.valueOf(text(value.get("kind")))) {
      case "wallet", "billing-name" -> Sign.PAYER;
      case "client" -> Sign.SOFTWARE;
      default -> Sign.IDENTIFIER;
    };
  }

  private static void add(
      List<ShownLink> links, Value values, Ignored ignored, Function<Value, Sign> signOf) {
    for (Value value : values.values()) {
      Sign sign = signOf.apply(value);
      String key = value.get("key").asString();
      String range = value.containsKey("range") ? text(value.get("range")) : null;
      // what a run ignored is in no profile: it is as if nobody else had it
      boolean shared =
          (!value.containsKey("shared") || flag(value.get("shared")))
              && !ignored.leavesOut(sign.detector(), sign.type(), key);
      links.add(
          new ShownLink(
              sign,
              key,
              range,
              value.containsKey("share") ? numberOrZero(value.get("share")) : 1,
              flag(value.get("counts")),
              shared));
    }
  }

  /// Whether any sampled prompt is of the window.
  private static boolean prompts(Value bytes, DetectorWindow window) {
    return !bytes.isNull()
        && !PromptReservoir.fromBytes(bytes.asByteArray())
            .sampled(false, window.fromDay(), window.asOfDay())
            .isEmpty();
  }
}

package io.iolaus.cypher.path;

import static io.iolaus.cypher.read.Fields.count;
import static io.iolaus.cypher.read.Fields.instant;

import io.iolaus.cypher.entity.Relation;
import java.time.Instant;
import java.time.ZoneOffset;
import org.neo4j.driver.Value;

/// Says in words what joins two nodes of a chain: "connected from, 12 times, from 2026-04-01 to
/// 2026-05-02; 3 accounts do".
final class StepText {
  private StepText() {}

  /// @param edge with `total`, `firstSeen` and `lastSeen`, each of which may be absent
  /// @param users of the thing it leads to
  static String of(Relation relation, Value edge, long users) {
    StringBuilder words = new StringBuilder(verb(relation));
    long total = count(edge.get("total"));
    if (total > 0) {
      words.append(total == 1 ? ", once" : ", " + total + " times");
    }
    Instant first = instant(edge.get("firstSeen"));
    Instant last = instant(edge.get("lastSeen"));
    if (first != null && last != null) {
      String from = day(first);
      String to = day(last);
      words.append(from.equals(to) ? ", on " + from : ", from " + from + " to " + to);
    }
    return words.append("; ").append(others(relation, users)).toString();
  }

  private static String day(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String others(Relation relation, long users) {
    if (relation == Relation.IN_NETWORK) {
      return users == 1 ? "the only address known there" : users + " addresses do";
    }
    return users == 1 ? "no other account does" : users + " accounts do";
  }

  private static String verb(Relation relation) {
    return switch (relation) {
      case PAID_WITH -> "paid with";
      case CONNECTED_FROM -> "connected from";
      case HAS_IDENTIFIER -> "showed";
      case PROMPTED -> "sent prompts of";
      case SHOWS -> "takes part in";
      case VERIFIED_BY -> "is vouched for by";
      case SEAT_OF -> "says it belongs to";
      case IN_NETWORK -> "lies in";
      case MEMBER_OF -> "is a member of";
      case SUPPORTED_BY -> "is supported by";
      case ATTRIBUTED_TO -> "is attributed to";
    };
  }
}

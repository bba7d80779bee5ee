package io.iolaus.cypher.suppression;

import io.iolaus.cypher.entity.EntityRef;
import io.iolaus.cypher.entity.EntityType;
import java.util.Optional;

/// What a suppression is about, as people write it: `ip:203.0.113.7`, `detector:shared-network`,
/// `detector:shared-network/network:203.0.113.0/24`, `account:acc-1`, `cluster:c-9876dc2a`.
public sealed interface Scope {

  /// A shared thing: it carries no evidence.
  record Thing(EntityRef ref) implements Scope {
    @Override
    public String text() {
      return ref.toString();
    }
  }

  /// What one detector finds, or what it finds of one thing.
  record Detector(String id, Optional<EntityRef> thing) implements Scope {
    @Override
    public String text() {
      return DETECTOR + id + thing.map(ref -> "/" + ref).orElse("");
    }
  }

  /// An account: not listed and not labelled.
  record Account(String id) implements Scope {
    @Override
    public String text() {
      return EntityType.ACCOUNT.text() + ":" + id;
    }
  }

  /// A cluster: not listed, not exported, not alerted.
  record Cluster(String id) implements Scope {
    @Override
    public String text() {
      return EntityType.CLUSTER.text() + ":" + id;
    }
  }

  /// How a detector is written.
  String DETECTOR = "detector:";

  /// As it is written.
  String text();

  /// Reads a scope; what begins with `c-` is a cluster.
  ///
  /// @throws IllegalArgumentException if it is none; the message says how one is written
  static Scope parse(String text) {
    if (text.startsWith(DETECTOR) && text.length() > DETECTOR.length()) {
      String rest = text.substring(DETECTOR.length());
      int slash = rest.indexOf('/');
      return slash < 0
          ? new Detector(rest, Optional.empty())
          : new Detector(
              rest.substring(0, slash), Optional.of(EntityRef.parse(rest.substring(slash + 1))));
    }
    if (text.startsWith("c-")) {
      return new Cluster(text);
    }
    EntityRef ref;
    try {
      ref = EntityRef.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "what is suppressed is written TYPE:ID, as ip:203.0.113.7, account:acc-1 or cluster:c-1,"
              + " or detector:ID; was "
              + text,
          e);
    }
    return switch (ref.type()) {
      case ACCOUNT -> new Account(ref.id());
      case CLUSTER -> new Cluster(ref.id());
      case ORGANIZATION ->
          throw new IllegalArgumentException("an organization carries no evidence: " + text);
      case PAYMENT, IP, NETWORK, IDENTIFIER, PROMPT_FAMILY, PATTERN -> new Thing(ref);
    };
  }
}

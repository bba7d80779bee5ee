package io.iolaus.cypher.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The edges along which an analyst walks, each from one type of entity to others.
@SuppressWarnings("ImmutableEnumChecker") // the lists are from List.of
public enum Relation {
  PAID_WITH(EntityType.ACCOUNT, EntityType.PAYMENT),
  CONNECTED_FROM(EntityType.ACCOUNT, EntityType.IP),
  HAS_IDENTIFIER(EntityType.ACCOUNT, EntityType.IDENTIFIER),
  PROMPTED(EntityType.ACCOUNT, EntityType.PROMPT_FAMILY),
  SHOWS(EntityType.ACCOUNT, EntityType.PATTERN),
  VERIFIED_BY(EntityType.ACCOUNT, EntityType.ORGANIZATION),
  SEAT_OF(EntityType.ACCOUNT, EntityType.ORGANIZATION),
  IN_NETWORK(EntityType.IP, EntityType.NETWORK),
  MEMBER_OF(EntityType.ACCOUNT, EntityType.CLUSTER),
  SUPPORTED_BY(
      EntityType.CLUSTER,
      EntityType.PAYMENT,
      EntityType.IP,
      EntityType.NETWORK,
      EntityType.IDENTIFIER,
      EntityType.PROMPT_FAMILY,
      EntityType.PATTERN,
      EntityType.ORGANIZATION),
  ATTRIBUTED_TO(EntityType.CLUSTER, EntityType.ORGANIZATION);

  private final EntityType from;
  private final List<EntityType> to;

  Relation(EntityType from, EntityType... to) {
    this.from = from;
    this.to = List.of(to);
  }

  /// Whether such edges leave or reach entities of this type.
  public boolean touches(EntityType type) {
    return from == type || to.contains(type);
  }

  public static Optional<Relation> of(String name) {
    return Arrays.stream(values()).filter(r -> r.name().equals(name)).findFirst();
  }
}

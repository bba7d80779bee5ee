package io.iolaus.ingest.replace;

import io.iolaus.ingest.fold.ByteOrder;
import io.iolaus.ingest.fold.EntityFold;
import java.util.Comparator;

/// Names a node that is the sum of statements, but for verdicts.
record EntityKey(EntityFold.Kind kind, String key) {

  /// In which writers lock them.
  static final Comparator<EntityKey> ORDER =
      Comparator.comparing(EntityKey::kind).thenComparing(EntityKey::key, ByteOrder::compare);

  static EntityKey of(EntityFold fold) {
    return new EntityKey(fold.kind(), fold.key());
  }
}

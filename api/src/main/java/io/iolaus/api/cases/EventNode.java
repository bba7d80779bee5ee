package io.iolaus.api.cases;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/// Something that happened to a case as a node; never changed.
///
/// @param fields, before, after what became another, in parallel
/// @param items what was put in or taken out
/// @param comment, attachment the number of what was written or attached
@Node("CaseEvent")
record EventNode(
    @Id String id,
    long seq,
    String kind,
    String by,
    ZonedDateTime at,
    @Nullable String reason,
    List<String> fields,
    List<String> before,
    List<String> after,
    List<String> items,
    @Nullable Long comment,
    @Nullable Long attachment) {
  EventNode {
    fields = List.copyOf(fields);
    before = List.copyOf(before);
    after = List.copyOf(after);
    items = List.copyOf(items);
  }
}

package io.iolaus.ingest.journal;

import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.EntityFold;
import io.iolaus.ingest.fold.InstrumentFold;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one transaction writes: some accounts with all that a segment says about them, or some
/// entities. Each line of the segment has its effect in exactly one part.
///
/// @param accounts by id in byte order
/// @param entities by kind and key
/// @param instruments what payments said about instruments; may be in several parts of a segment
/// @param capabilities that exchanges named; may be in several parts
public record Part(
    List<AccountFold> accounts,
    List<EntityFold> entities,
    Map<String, InstrumentFold> instruments,
    Set<String> capabilities) {

  public Part {
    accounts = List.copyOf(accounts);
    entities = List.copyOf(entities);
    instruments = Map.copyOf(instruments);
    capabilities = Set.copyOf(capabilities);
  }
}

package io.iolaus.ingest.bulk;

import io.iolaus.ingest.bulk.TargetSums.Kind;
import io.iolaus.ingest.fold.Target;
import io.iolaus.ingest.journal.Part;
import io.iolaus.ingest.state.AccountState;
import io.iolaus.ingest.state.EdgeNow;
import io.iolaus.ingest.write.FactSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes accounts as they are to be to the importer's files, each once, with their edges, verdicts
/// and organization. For one thread; several of these may work on one folder.
final class ImportAccounts {

  private static final String ACCOUNT = "Account";
  private static final List<String> EDGE =
      List.of("days", "counts", "batches", "total", "firstSeen", "lastSeen", "known");

  private final ImportFolder folder;
  private final SmallNodes small;
  private final TargetSums targets;
  private final Map<ImportFile, EntityFrames> frames = new HashMap<>();

  ImportAccounts(ImportFolder folder, SmallNodes small, TargetSums targets) {
    this.folder = folder;
    this.small = small;
    this.targets = targets;
  }

  /// Writes an account.
  void write(AccountState account) {
    String id = account.id();
    nodes(ACCOUNT).node(id, account.properties());
    account.edges().forEach((target, edge) -> edge(id, target, edge));
    account
        .verdictNodes()
        .forEach((verdict, properties) -> {
          nodes("Verdict").node(verdict, properties);
          edges("ABOUT", "Verdict", ACCOUNT).edge(verdict, id, List.of(), List.of(), 0);
        });
    account.facts().values(AccountState.ORGANIZATION).forEach(small::mentionOrganization);
    account
        .organization()
        .ifPresent(organization -> {
          String type = account.isVerified() ? "VERIFIED_BY" : "SEAT_OF";
          edges(type, ACCOUNT, "Organization").edge(id, organization, List.of(), List.of(), 0);
        });
    account.capabilities().forEach(small::capability);
  }

  private void edge(String account, Target target, EdgeNow edge) {
    String id = target.id();
    EntityFrames file =
        switch (target) {
          case Target.Instrument _ -> {
            targets.add(Kind.INSTRUMENT, id, 1, List.of());
            yield edges("PAID_WITH", ACCOUNT, "PaymentInstrument");
          }
          case Target.Address _ -> {
            targets.add(Kind.ADDRESS, id, 1, List.of());
            yield edges("CONNECTED_FROM", ACCOUNT, "IpAddress");
          }
          case Target.Identifier identifier -> {
            Kind kind = identifier.keyed() ? Kind.KEYED_IDENTIFIER : Kind.IDENTIFIER;
            targets.add(kind, id, 1, List.of());
            yield edges("HAS_IDENTIFIER", ACCOUNT, "Identifier");
          }
        };
    file.edge(account, id, EDGE, edge.row(id), 1);
  }

  /// Notes what a part says of things that accounts share: instruments, which are added up when all
  /// is there, and capabilities.
  void addShared(Part part) {
    part.instruments()
        .forEach((id, said) -> {
          FactSet facts = new FactSet();
          said.facts().forEach(facts::addLatest);
          targets.add(Kind.INSTRUMENT, id, 0, facts.encode());
        });
    part.capabilities().forEach(small::capability);
  }

  private EntityFrames nodes(String label) {
    return frames.computeIfAbsent(folder.nodes(label, "id"), EntityFrames::new);
  }

  private EntityFrames edges(String type, String from, String to) {
    return frames.computeIfAbsent(folder.edges(type, from, to), EntityFrames::new);
  }

  /// Hands over what was written.
  void flush() {
    frames.values().forEach(EntityFrames::flush);
  }
}

package io.iolaus.ingest.fold;

import io.iolaus.core.event.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns lines about networks, organizations, models and claims into facts.
final class EntityFolder {

  private EntityFolder() {}

  static void add(EntityFold fold, Event.Network network, int tag) {
    Long asn = network.asn();
    long at = network.at().toEpochMilli();
    fold.line(tag);
    fold.facts().add("asn", at, asn == null ? null : asn.toString(), tag);
    fold.facts().add("name", at, network.name(), tag);
    fold.facts().add("use", at, network.use(), tag);
    fold.facts().add("country", at, network.country(), tag);
  }

  static void add(EntityFold fold, Event.Organization organization, int tag) {
    long at = organization.at().toEpochMilli();
    fold.line(tag);
    fold.facts().add("name", at, organization.name(), tag);
    fold.facts().add("aliases", at, list(organization.aliases()), tag);
    fold.facts().add("domains", at, list(organization.domains()), tag);
    List<Long> asns = organization.asns();
    fold.facts()
        .add(
            "asns",
            at,
            asns == null ? null : list(asns.stream().map(String::valueOf).toList()),
            tag);
    fold.facts().add("prefixes", at, list(organization.prefixes()), tag);
    fold.facts().add("billingNames", at, list(organization.billingNames()), tag);
    fold.facts().add("kind", at, organization.kind(), tag);
    fold.facts().add("country", at, organization.country(), tag);
  }

  static void add(EntityFold fold, Event.Model model, int tag) {
    long at = model.releasedAt().toEpochMilli();
    fold.line(tag);
    fold.facts().add("releasedAt", at, Instants.format(model.releasedAt()), tag);
    fold.facts().add("name", at, model.name(), tag);
  }

  static void add(EntityFold fold, Event.Claim claim, int tag) {
    long at = claim.at().toEpochMilli();
    fold.line(tag);
    fold.facts().add("organization", at, claim.organization(), tag);
    fold.facts().add("statement", at, claim.statement(), tag);
    fold.facts().add("by", at, claim.by(), tag);
    fold.facts().add("cluster", at, claim.cluster(), tag);
    fold.facts().add("campaign", at, claim.campaign(), tag);
    fold.facts().add("reference", at, claim.reference(), tag);
  }

  /// About how many bytes of heap a line takes that is not about an account: texts may be long.
  static long bytes(Event event) {
    return switch (event) {
      case Event.Network e -> FoldPartition.entityBytes() + length(e.name());
      case Event.Organization e ->
          FoldPartition.entityBytes()
              + length(e.name())
              + length(list(e.aliases()))
              + length(list(e.domains()))
              + length(list(e.prefixes()))
              + length(list(e.billingNames()));
      case Event.Claim e ->
          FoldPartition.entityBytes() + length(e.campaign()) + length(e.reference());
      case Event.Model e -> FoldPartition.entityBytes() + length(e.name());
      case Event.Account _, Event.Payment _, Event.Exchange _, Event.Identifier _ -> 0;
      case Event.Verdict _ -> 0;
    };
  }

  private static long length(@Nullable String text) {
    return text == null ? 0 : 2L * text.length();
  }

  /// A claim has no id of its own: it is what it says, so saying it twice is one claim.
  static String claimId(Event.Claim claim) {
    MessageDigest sha256 = Digests.sha256();
    for (String part :
        Arrays.asList(
            claim.organization(),
            claim.statement(),
            claim.by(),
            Instants.format(claim.at()),
            claim.cluster(),
            claim.campaign(),
            claim.reference())) {
      byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
      sha256.update(
          ByteBuffer.allocate(Integer.BYTES).putInt(part == null ? -1 : bytes.length).array());
      sha256.update(bytes);
    }
    return HexFormat.of().formatHex(sha256.digest(), 0, 16);
  }

  private static @Nullable String list(@Nullable List<String> values) {
    return values == null ? null : String.join(Fact.LIST_SEPARATOR, values);
  }
}

package io.iolaus.bench.detect;

import io.iolaus.core.abuse.AccountTraits;
import io.iolaus.core.activity.ActivityProfile;
import io.iolaus.core.activity.ActivityWindow;
import io.iolaus.core.address.IpAddress;
import io.iolaus.core.address.IpPrefix;
import io.iolaus.core.address.IpRanges;
import io.iolaus.core.attribution.ClaimEvidence;
import io.iolaus.core.attribution.KnownOrganization;
import io.iolaus.core.attribution.OrganizationTraces;
import io.iolaus.core.detect.Derivation;
import io.iolaus.core.detect.Links;
import io.iolaus.core.detect.Population;
import io.iolaus.core.event.Event;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.prompt.PromptReservoir;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.EdgeFold;
import io.iolaus.ingest.fold.ExchangeFold;
import io.iolaus.ingest.fold.Fact;
import io.iolaus.ingest.fold.Target;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the graph would hold of some events, as far as detection reads it: kept in memory, so that
/// hundreds of populations can be judged without a database. Events with an `eventId` count each
/// time they come.
final class MemoryGraph {

  private static final int WINDOW_DAYS = 120;

  private final Map<String, AccountFold> accounts = new TreeMap<>();
  private final Map<String, Event.Network> networks = new HashMap<>();
  private final Map<String, Event.Organization> organizations = new HashMap<>();
  private final Map<String, Map<String, Event.Verdict>> verdicts = new HashMap<>();
  private final Map<String, String> kinds = new HashMap<>();
  private final Map<String, Optional<Event.Network>> networkOf = new HashMap<>();
  private final List<Event.Claim> claims = new ArrayList<>();
  private long latest = Long.MIN_VALUE;
  private int lines;

  void add(Event event) {
    lines++;
    switch (event) {
      case Event.Account e -> account(e.id(), e, e.at().toEpochMilli());
      case Event.Payment e -> {
        account(e.account(), e, e.at().toEpochMilli());
        if (e.kind() != null) {
          kinds.put(Target.of(e).id(), e.kind());
        }
      }
      case Event.Identifier e -> account(e.account(), e, e.at().toEpochMilli());
      case Event.Exchange e -> account(e.account(), e, e.atMillis());
      case Event.Verdict e -> {
        account(e.account(), e, e.at().toEpochMilli());
        verdicts
            .computeIfAbsent(e.account(), a -> new HashMap<>())
            .merge(e.by(), e, (old, now) -> now.at().isBefore(old.at()) ? old : now);
      }
      case Event.Network e -> networks.put(e.prefix(), e);
      case Event.Organization e -> organizations.put(e.id(), e);
      case Event.Claim e -> claims.add(e);
      case Event.Model _ -> {}
    }
  }

  private void account(String id, Event event, long at) {
    latest = Math.max(latest, at);
    accounts.computeIfAbsent(id, AccountFold::new).add(event, lines);
  }

  LocalDate asOf() {
    return LocalDate.ofInstant(Instant.ofEpochMilli(latest), ZoneOffset.UTC);
  }

  private LocalDate from() {
    return asOf().minusDays(WINDOW_DAYS);
  }

  /// Organizations by id.
  Map<String, Event.Organization> organizations() {
    return organizations;
  }

  /// All accounts in byte order of their ids (which are ASCII here).
  Population population() {
    List<Population.Entry> entries = new ArrayList<>();
    accounts.forEach((id, fold) -> entries.add(entry(id, fold)));
    return new Population(entries);
  }

  private Population.Entry entry(String id, AccountFold fold) {
    ExchangeFold exchanges = fold.exchanges();
    ActivityProfile profile = exchanges == null ? new ActivityProfile() : exchanges.activity();
    ActivityWindow activity = profile.window(from(), asOf());
    PromptReservoir prompts = exchanges == null ? new PromptReservoir() : exchanges.prompts();
    Map<String, Long> use = new HashMap<>();
    Map<String, Integer> instruments = new HashMap<>();
    Set<String> prefixes = new HashSet<>();
    int[] counts = new int[2];
    fold.forEachEdge((target, edge) -> {
      switch (target) {
        case Target.Address address -> {
          counts[0]++;
          prefixes.add(IpRanges.neighbourhood(address.address()));
          use.merge(use(address.address()), edge.total(), Long::sum);
        }
        case Target.Identifier _ -> counts[1]++;
        case Target.Instrument instrument ->
            instruments.merge(kinds.getOrDefault(instrument.id(), "card"), 1, Integer::sum);
      }
    });
    String created = fact(fold, "createdAt");
    AccountTraits traits =
        AccountTraits.of(
            created == null ? Instant.EPOCH : Instant.parse(created),
            "suspended".equals(fact(fold, "status")),
            activity,
            use,
            counts[0],
            prefixes.size(),
            instruments);
    List<PromptReservoir.Entry> sampled = prompts.entries(false);
    int shown =
        bit(Facet.PAYMENT, !instruments.isEmpty())
            | bit(Facet.NETWORK, counts[0] > 0)
            | bit(Facet.CLIENT, counts[1] > 0)
            | bit(Facet.PROMPT, !sampled.isEmpty());
    return new Population.Entry(
        id,
        fact(fold, "emailDomain"),
        verifiedBy(fold),
        traits,
        activity,
        sampled,
        prompts.entries(true),
        prefixes.size(),
        shown,
        legitimate(id),
        exchanges == null ? null : Instant.ofEpochMilli(exchanges.firstMillis()),
        exchanges == null ? null : Instant.ofEpochMilli(exchanges.lastMillis()));
  }

  private static @Nullable String fact(AccountFold fold, String field) {
    return fold.facts().firstLines().keySet().stream()
        .filter(f -> f.field().equals(field))
        .max(Comparator.naturalOrder())
        .map(Fact::value)
        .orElse(null);
  }

  /// A reseller vouches for everybody: that excuses nobody.
  private @Nullable String verifiedBy(AccountFold fold) {
    String organization = fact(fold, "organization");
    if (organization == null || !"true".equals(fact(fold, "verified"))) {
      return null;
    }
    Event.Organization known = organizations.get(organization);
    return known != null && "reseller".equals(known.kind()) ? null : organization;
  }

  private boolean legitimate(String account) {
    Map<String, Event.Verdict> said = verdicts.getOrDefault(account, Map.of());
    return !said.isEmpty()
        && said.values().stream().allMatch(v -> v.verdict().equals("legitimate"));
  }

  private static int bit(Facet facet, boolean set) {
    return set ? 1 << facet.index() : 0;
  }

  private String use(String address) {
    return network(address).map(Event.Network::use).orElse("unknown");
  }

  private Optional<Event.Network> network(String address) {
    return networkOf.computeIfAbsent(address, this::lookUp);
  }

  private Optional<Event.Network> lookUp(String text) {
    int slash = text.indexOf('/');
    IpAddress address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash)).orElseThrow();
    for (int length = address.isV4() ? 32 : 64; length >= 0; length--) {
      Event.Network network =
          networks.get(new IpPrefix(address.truncatedTo(length), length).toString());
      if (network != null) {
        return Optional.of(network);
      }
    }
    return Optional.empty();
  }

  /// What was said about organizations.
  List<ClaimEvidence> claims() {
    return claims.stream().map(this::claim).toList();
  }

  private ClaimEvidence claim(Event.Claim claim) {
    Event.Organization about = organizations.get(claim.organization());
    boolean bySelf =
        about != null
            && (claim.by().equals(about.id())
                || claim.by().equals(about.name())
                || Objects.requireNonNullElse(about.aliases(), List.of()).contains(claim.by()));
    return new ClaimEvidence(
        claim.organization(),
        claim.statement(),
        claim.by(),
        bySelf,
        claim.at(),
        claim.campaign(),
        claim.reference());
  }

  /// Which accounts bear a trace of which organization.
  OrganizationTraces traces(Population population) {
    OrganizationTraces traces =
        new OrganizationTraces(
            organizations.values().stream().map(MemoryGraph::known).toList(), population.size());
    for (int a = 0; a < population.size(); a++) {
      int account = a;
      Population.Entry entry = population.get(a);
      if (entry.verifiedBy() != null) {
        traces.seat(a, entry.verifiedBy());
      }
      if (entry.emailDomain() != null) {
        traces.mail(a, entry.emailDomain());
      }
      AccountFold fold = accounts.get(entry.id());
      if (fold != null) {
        fold.forEachEdge((target, edge) -> {
          if (active(edge) && target instanceof Target.Address address) {
            Long asn = network(address.address()).map(Event.Network::asn).orElse(null);
            traces.address(account, address.address(), asn);
          } else if (active(edge)
              && target instanceof Target.Identifier name
              && name.kind().equals("billing-name")) {
            traces.billingName(account, name.value());
          }
        });
      }
    }
    return traces;
  }

  private static KnownOrganization known(Event.Organization organization) {
    return new KnownOrganization(
        organization.id(),
        Objects.requireNonNullElse(organization.kind(), ""),
        Objects.requireNonNullElse(organization.domains(), List.of()),
        Objects.requireNonNullElse(organization.asns(), List.of()),
        Objects.requireNonNullElse(organization.prefixes(), List.of()),
        Objects.requireNonNullElse(organization.billingNames(), List.of()));
  }

  /// Everything that the link detectors would find.
  List<SharedThing> things(Population population, Derivation derivation) {
    Map<String, IntArrayList> instruments = new TreeMap<>();
    Map<String, IntArrayList> addresses = new TreeMap<>();
    Map<String, IntArrayList> payers = new TreeMap<>();
    Map<String, IntArrayList> identifiers = new TreeMap<>();
    for (int a = 0; a < population.size(); a++) {
      int account = a;
      AccountFold fold = accounts.get(population.get(a).id());
      if (fold == null || "deleted".equals(fact(fold, "status"))) {
        continue;
      }
      fold.forEachEdge((target, edge) -> {
        if (!active(edge)) {
          return;
        }
        Map<String, IntArrayList> into =
            switch (target) {
              case Target.Instrument _ -> instruments;
              case Target.Address _ -> addresses;
              case Target.Identifier i when Set.of("wallet", "billing-name").contains(i.kind()) ->
                  payers;
              case Target.Identifier _ -> identifiers;
            };
        into.computeIfAbsent(target.id(), t -> new IntArrayList(2)).add(account);
      });
    }
    addresses.keySet().removeIf(address -> !IpRanges.isEvidence(address));
    Links links = new Links(population, derivation);
    List<SharedThing> things = new ArrayList<>();
    derivation.patterns().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e ->
            things.add(
                links.thing(
                    e.getValue().kind().id(),
                    e.getValue().kind().facet(),
                    "Pattern",
                    e.getKey(),
                    e.getValue().members())));
    add(things, links, "shared-address", Facet.NETWORK, "IpAddress", addresses);
    add(things, links, "shared-client", Facet.CLIENT, "Identifier", split(identifiers, true));
    add(things, links, "shared-identifier", Facet.CLIENT, "Identifier", split(identifiers, false));
    add(things, links, "shared-instrument", Facet.PAYMENT, "PaymentInstrument", instruments);
    add(things, links, "shared-network", Facet.NETWORK, "Network", networks(addresses));
    for (boolean system : new boolean[] {false, true}) {
      Map<String, IntArrayList> families = new TreeMap<>();
      derivation
          .families()
          .forEach((id, family) -> {
            if (family.system() == system) {
              families.put(id, IntArrayList.of(family.family().accounts()));
            }
          });
      add(
          things,
          links,
          system ? "shared-system-prompt" : "shared-prompt-family",
          Facet.PROMPT,
          "PromptFamily",
          families);
    }
    add(things, links, "shared-wallet-or-billing-name", Facet.PAYMENT, "Identifier", payers);
    return things;
  }

  private boolean active(EdgeFold edge) {
    long from = from().toEpochDay();
    long to = asOf().toEpochDay();
    return Arrays.stream(edge.allDays()).anyMatch(day -> from <= day && day <= to);
  }

  private static Map<String, IntArrayList> split(Map<String, IntArrayList> all, boolean clients) {
    Map<String, IntArrayList> some = new TreeMap<>();
    all.forEach((id, accounts) -> {
      if (id.startsWith("client:") == clients) {
        some.put(id, accounts);
      }
    });
    return some;
  }

  private static Map<String, IntArrayList> networks(Map<String, IntArrayList> addresses) {
    Map<String, Set<Integer>> members = new TreeMap<>();
    Map<String, Integer> used = new HashMap<>();
    addresses.forEach((address, accounts) -> {
      String prefix = IpRanges.neighbourhood(address);
      members.computeIfAbsent(prefix, p -> new TreeSet<>()).addAll(accounts);
      used.merge(prefix, 1, Integer::sum);
    });
    Map<String, IntArrayList> networks = new TreeMap<>();
    members.forEach((prefix, accounts) -> {
      if (used.getOrDefault(prefix, 0) >= 2) {
        networks.put(prefix, new IntArrayList(accounts));
      }
    });
    return networks;
  }

  private static void add(
      List<SharedThing> things,
      Links links,
      String detector,
      Facet facet,
      String type,
      Map<String, IntArrayList> found) {
    found.forEach((key, accounts) -> {
      if (accounts.size() >= 2) {
        things.add(links.thing(detector, facet, type, key, accounts.toIntArray()));
      }
    });
  }
}

package io.iolaus.cypher.detector;

import io.iolaus.cypher.detector.AccountUses.Used;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings the links of a detector up to date with what some accounts do now.
///
/// Of a thing of which the users are known, only what these accounts use is asked; of another one
/// that they use, all users, if it can have enough of them. So a public prompt or client costs as
/// much as the accounts that are asked about, and not as much as all that use it.
final class LinkUpdate {

  private final DetectorRunner runner;
  private final DetectorFile detector;
  private final DetectorWindow window;

  LinkUpdate(DetectorRunner runner, DetectorFile detector, DetectorWindow window) {
    this.runner = runner;
    this.detector = detector;
    this.window = window;
  }

  /// @param known a complete run
  LinkResult of(LinkResult known, Set<String> accounts) {
    if (accounts.isEmpty()) {
      return known;
    }
    Optional<AccountUses> uses = runner.usesOf(detector, window, accounts);
    List<Link> standing = new ArrayList<>();
    Set<String> open = new HashSet<>();
    Map<String, Used> others = new HashMap<>();
    uses.ifPresent(all -> others.putAll(all.byKey()));
    for (Link link : known.links()) {
      Used now = others.remove(link.key());
      boolean before = link.members().stream().anyMatch(accounts::contains);
      if (!link.cut() && now == null && !before) {
        standing.add(link);
      } else if (link.cut() || uses.filter(all -> stands(all, now)).isEmpty()) {
        open.add(link.key());
      } else {
        with(link, accounts, now == null ? Set.of() : now.accounts())
            .filter(other -> other.total() >= uses.orElseThrow().least())
            .ifPresent(standing::add);
      }
    }
    others.forEach((key, used) -> {
      if (used.allows(uses.orElseThrow().least())) {
        open.add(key);
      }
    });
    return runner
        .runAbout(detector, window, uses.isPresent() ? Set.of() : accounts, open)
        .map(narrowed -> merged(standing, narrowed))
        .orElseGet(() -> runner.run(detector, window));
  }

  /// Whether enough things under the key of a link are used for it whatever others use.
  private static boolean stands(AccountUses all, @Nullable Used now) {
    return now == null ? all.leastThings() == 0 : all.things(now);
  }

  /// A link with those of some accounts who are in it now; empty where fewer than two are left.
  private static Optional<Link> with(Link link, Set<String> accounts, Set<String> now) {
    List<String> members = new ArrayList<>(now);
    link.members().stream().filter(member -> !accounts.contains(member)).forEach(members::add);
    members.sort(null);
    return members.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Link(
                link.detector(), link.facet(), link.type(), link.key(), members.size(), members));
  }

  /// What was asked for anew, and the links that stand.
  private static LinkResult merged(List<Link> standing, NarrowedResult narrowed) {
    LinkResult now = narrowed.result();
    List<Link> links = new ArrayList<>(now.links());
    standing.stream().filter(link -> !narrowed.asked().contains(link.key())).forEach(links::add);
    links.sort(Comparator.comparing(Link::type).thenComparing(Link::key));
    return new LinkResult(
        now.detector(),
        now.version(),
        now.params(),
        now.status(),
        now.reason(),
        links,
        links.stream().mapToLong(Link::total).sum(),
        now.millis());
  }
}

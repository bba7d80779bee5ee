package io.iolaus.simulate;

import io.iolaus.simulate.output.PopulationTruth;
import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Role;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is seen of each account of a world, without texts.
final class Observed {

  /// One account.
  static final class Seen {
    final Account account;
    final Set<String> addresses = new HashSet<>();
    final Set<String> instruments = new HashSet<>();
    final Set<String> clients = new TreeSet<>();
    final Set<String> models = new TreeSet<>();
    final Set<String> languages = new TreeSet<>();
    final Set<String> capabilities = new TreeSet<>();
    final Set<String> bins = new TreeSet<>();
    final Map<String, Set<String>> identifiers = new TreeMap<>();
    final Set<Object> utterances = new HashSet<>();
    final List<Long> times = new ArrayList<>();
    final Set<String> paymentKinds = new TreeSet<>();
    String status = "active";
    long firstPayment = Long.MAX_VALUE;
    int payments;
    long exchanges;
    int lines;

    Seen(Account account) {
      this.account = account;
    }

    boolean attack() {
      return account.label().role() == Role.ATTACK;
    }

    long days() {
      return times.stream().map(at -> at / TimeFrame.DAY).distinct().count();
    }
  }

  final Map<String, Seen> accounts = new HashMap<>();
  final List<Fact> reference = new ArrayList<>();
  final PopulationTruth truth;
  long lines;

  private Observed(Simulation simulation) {
    this.truth = simulation.objects(this::fact, this::exchange);
  }

  static Observed of(ProvingSpec spec) {
    return new Observed(new Simulation(spec));
  }

  Seen seen(Account account) {
    return accounts.computeIfAbsent(account.id(), id -> new Seen(account));
  }

  private void fact(Fact fact) {
    lines++;
    switch (fact) {
      case Fact.Opened(Account account) -> seen(account);
      case Fact.Status status -> seen(status.account()).status = status.status();
      case Fact.Payment payment -> {
        Seen seen = seen(payment.account());
        seen.instruments.add(payment.matchKey() + payment.instrument());
        seen.paymentKinds.add(payment.kind());
        seen.firstPayment = Math.min(seen.firstPayment, payment.at());
        seen.payments++;
        if (payment.bin() != null) {
          seen.bins.add(payment.bin());
        }
      }
      case Fact.Identifier(Account account, String kind, String value, long at) ->
          seen(account).identifiers.computeIfAbsent(kind, k -> new TreeSet<>()).add(value);
      default -> reference.add(fact);
    }
  }

  private void exchange(Exchange exchange) {
    lines++;
    Seen seen = seen(exchange.account());
    seen.lines++;
    seen.exchanges += exchange.count();
    if (exchange.ip() != null) {
      seen.addresses.add(exchange.ip());
    }
    seen.clients.add(exchange.client());
    seen.models.add(exchange.model());
    seen.languages.add(exchange.utterance().language());
    if (exchange.capability() != null) {
      seen.capabilities.add(exchange.capability());
    }
    seen.utterances.add(exchange.utterance());
    seen.times.add(exchange.at());
  }
}

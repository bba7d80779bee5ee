package io.iolaus.simulate.output;

import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Counts what the operators truly did while it is written.
public final class ExchangeTally {

  /// What one operator did.
  static final class Campaign {
    long exchanges;
    long firstSeen = Long.MAX_VALUE;
    long lastSeen = Long.MIN_VALUE;
    final Map<String, Long> capabilities = new HashMap<>();
  }

  private final Map<String, Campaign> campaigns = new TreeMap<>();
  private long exchanges;

  public void add(Exchange exchange) {
    Label label = exchange.account().label();
    exchanges += exchange.count();
    if (label.role() != Role.ATTACK) {
      return;
    }
    Campaign campaign = campaigns.computeIfAbsent(label.operator(), name -> new Campaign());
    campaign.exchanges += exchange.count();
    campaign.firstSeen = Math.min(campaign.firstSeen, exchange.at());
    campaign.lastSeen = Math.max(campaign.lastSeen, exchange.at());
    campaign.capabilities.merge(
        exchange.utterance().capability(), (long) exchange.count(), Long::sum);
  }

  Map<String, Campaign> campaigns() {
    return campaigns;
  }

  /// Of everybody.
  public long exchanges() {
    return exchanges;
  }
}

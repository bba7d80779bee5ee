package io.iolaus.ingest.replace;

import io.iolaus.core.event.Event;
import io.iolaus.ingest.fold.AccountFold;
import io.iolaus.ingest.fold.IdentifiedEvent;
import java.util.function.Consumer;

/// Capabilities of events that carry an `eventId`: a part does not list them.
final class Capabilities {

  private Capabilities() {}

  /// Names each, as often as it is named.
  static void of(AccountFold account, Consumer<String> action) {
    for (IdentifiedEvent identified : account.identified()) {
      if (identified.event() instanceof Event.Exchange exchange && exchange.capability() != null) {
        action.accept(exchange.capability());
      }
    }
  }
}

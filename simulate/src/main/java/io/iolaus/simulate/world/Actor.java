package io.iolaus.simulate.world;

import java.util.function.Consumer;

/// Somebody who has accounts and uses them.
public interface Actor {

  /// Tells every line about the actor's accounts that is no exchange.
  void facts(Consumer<Fact> out);

  /// Tells what the actor's accounts do on one day of the time frame, in any order.
  ///
  /// @param day counted from 0
  void exchanges(int day, Consumer<Exchange> out);
}

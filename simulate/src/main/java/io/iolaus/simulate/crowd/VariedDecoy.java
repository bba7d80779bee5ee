package io.iolaus.simulate.crowd;

import io.iolaus.simulate.random.RandomStream;
import java.util.List;

/// One kind of decoy, each instance of which shares other things, and more or less of them.
public interface VariedDecoy {

  List<VariedDecoy> ALL =
      List.of(
          new Campuses(),
          new Corporations(),
          new Carriers(),
          new FrameworkCrowds(),
          new PassedPrompts(),
          new CardBuyers(),
          new Runners(),
          new Households(),
          new Benchmarkers(),
          new Hackathons());

  /// `D1` … `D10`, as in the evaluation protocol.
  String id();

  /// What the members of one instance are like.
  ///
  /// @param index which instance, from 0
  /// @param size how many members it will have
  /// @param choices draws what this instance shares
  Crowd crowd(Scene scene, int index, int size, RandomStream choices);
}

package io.iolaus.simulate.decoy;

import io.iolaus.simulate.population.Population;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import java.util.List;

/// One kind of decoy.
public interface DecoyKind {

  /// `D1` … `D10`, as in the evaluation protocol.
  String id();

  /// The accounts of one instance.
  ///
  /// @param index which instance, from 0
  /// @param size how many accounts
  List<Actor> instance(Population people, int index, int size, RandomStream random);
}

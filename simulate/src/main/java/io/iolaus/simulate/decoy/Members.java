package io.iolaus.simulate.decoy;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.world.Actor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Builds the members of an instance, each from a stream of its own.
final class Members {

  private Members() {}

  static List<Actor> of(int size, RandomStream random, Function<RandomStream, Actor> member) {
    return IntStream.range(0, size)
        .mapToObj(i -> member.apply(random.child("member").child(i)))
        .toList();
  }
}

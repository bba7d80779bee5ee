package io.iolaus.simulate;

import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.saga.Script;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Fact;
import io.iolaus.simulate.world.Populace;
import io.iolaus.simulate.world.TimeFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Everybody of a saga: some hundred innocent accounts over many months, and the operators of a
/// script among them.
final class SagaWorld implements Populace {

  static final int RUNS = 10;

  private static final TimeFrame FRAME =
      TimeFrame.of(Instant.parse("2026-01-01T00:00:00Z"), RUNS * Script.PACE);

  /// Small, and the same in every saga but for the seed: a saga is about time, not about size.
  private static final ProvingConfig SMALL =
      new ProvingConfig(
          new ProvingConfig.Background(700, 200, 3, 20, 12, 200),
          new ProvingConfig.Exits(6, 2_000),
          new ProvingConfig.Attackers(0, 6, 1),
          new ProvingConfig.Decoys(
              1,
              6,
              Map.of(
                  "D1", new ProvingConfig.Sizes(30, 80),
                  "D2", new ProvingConfig.Sizes(8, 40),
                  "D3", new ProvingConfig.Sizes(40, 100),
                  "D4", new ProvingConfig.Sizes(20, 60),
                  "D5", new ProvingConfig.Sizes(20, 60),
                  "D6", new ProvingConfig.Sizes(20, 60),
                  "D7", new ProvingConfig.Sizes(8, 20),
                  "D8", new ProvingConfig.Sizes(2, 8),
                  "D9", new ProvingConfig.Sizes(5, 12),
                  "D10", new ProvingConfig.Sizes(20, 50))),
          true);

  private final ProvingWorld innocent;
  private final Script script;

  SagaWorld(SagaSpec spec) {
    ProvingSpec nobody = ProvingSpec.of(Scale.S, spec.seed()).attack(Attack.NONE).decoys(1);
    this.innocent = new ProvingWorld(nobody, SMALL, FRAME);
    this.script =
        new Script(
            innocent.scene(),
            spec.evasion(),
            spec.accounts(),
            RUNS,
            RandomStream.of(spec.seed()).child("saga"));
    for (int i = 0; i < spec.stories().size(); i++) {
      script.play(spec.stories().get(i), "operator-" + (i + 1));
    }
  }

  Script script() {
    return script;
  }

  @Override
  public TimeFrame frame() {
    return FRAME;
  }

  @Override
  public List<Actor> actors() {
    List<Actor> actors = new ArrayList<>(innocent.actors());
    actors.addAll(script.actors());
    return actors;
  }

  @Override
  public List<Fact> reference() {
    return innocent.reference();
  }

  @Override
  public RandomStream texts() {
    return innocent.texts();
  }

  @Override
  public List<Operated> operators() {
    return List.of();
  }

  @Override
  public boolean folded() {
    return true;
  }
}

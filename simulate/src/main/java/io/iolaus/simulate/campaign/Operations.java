package io.iolaus.simulate.campaign;

import io.iolaus.simulate.crowd.Frame;
import io.iolaus.simulate.crowd.Scene;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.organization.Company;
import io.iolaus.simulate.population.PersonDraft;
import io.iolaus.simulate.population.Seats;
import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.random.Weighted;
import io.iolaus.simulate.world.Actor;
import io.iolaus.simulate.world.Label;
import io.iolaus.simulate.world.Role;
import io.iolaus.simulate.world.TimeFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Sets operators to work, and whoever is drawn into it: customers of a hydra, victims, people of
/// the organization behind.
public final class Operations {

  private final Scene scene;
  private final RandomStream random;
  private final List<Operation> operations = new ArrayList<>();
  private final List<Actor> others = new ArrayList<>();

  public Operations(Scene scene, RandomStream random) {
    this.scene = scene;
    this.random = random;
  }

  /// An operator of its own.
  public void add(Plan plan, Traces traces, Company reseller) {
    RandomStream own = random.child(plan.name());
    boolean hydra = plan.attack() == Attack.HYDRA;
    boolean serves = hydra || plan.attack() == Attack.ROTATING;
    int customers = serves ? (int) (plan.accounts() * own.child("customers").between(0.8, 1.5)) : 0;
    Supply supply =
        Supply.of(
            plan, List.of(Kits.party(0, plan.accounts() + customers)), scene, own.child("supply"));
    Frame frame =
        plan.attack() == Attack.FRAMING
            ? Frame.draw(scene, plan.name(), operations.size(), own.child("frame"))
            : null;
    start(
        new Operation(
            plan, scene, supply, 0, traces, frame, hydra ? reseller : null, own.child("accounts")),
        own);
    if (frame != null) {
      others.addAll(frame.victims());
    }
    if (serves) {
      others.addAll(
          Resold.served(
              plan, scene, supply, plan.accounts(), hydra ? reseller : null, own.child("served")));
    }
  }

  /// Two operators whom one reseller supplies with exits and cards.
  public void addTenants(
      Plan one, Traces tracesOfOne, Plan two, Traces tracesOfTwo, Company reseller) {
    RandomStream shared = random.child(one.name()).child("shared");
    Supply supply =
        Supply.of(
            one,
            List.of(Kits.party(0, one.accounts()), Kits.party(one.accounts(), two.accounts())),
            scene,
            shared);
    RandomStream first = random.child(one.name());
    RandomStream second = random.child(two.name());
    start(
        new Operation(one, scene, supply, 0, tracesOfOne, null, reseller, first.child("accounts")),
        first);
    start(
        new Operation(
            two,
            scene,
            supply,
            one.accounts(),
            tracesOfTwo,
            null,
            reseller,
            second.child("accounts")),
        second);
    others.addAll(
        Resold.customers(
            scene, reseller, (one.accounts() + two.accounts()) / 3, shared.child("customers")));
  }

  private void start(Operation operation, RandomStream own) {
    operations.add(operation);
    others.addAll(affiliates(operation, own.child("affiliates")));
  }

  /// Verified people of the organization who try the prompts under their own names.
  private List<Actor> affiliates(Operation operation, RandomStream draws) {
    List<Actor> affiliates = new ArrayList<>();
    Company employer = operation.traces().employer();
    if (employer == null || !operation.traces().has(Traces.Kind.SEATS)) {
      return affiliates;
    }
    TimeFrame frame = scene.people().world().frame();
    var samples = operation.samples();
    double[] weights = new double[samples.size()];
    Arrays.fill(weights, 1);
    for (int i = draws.between(2, 4); i > 0; i--) {
      PersonDraft draft =
          new Seats(scene.people()).seat(employer, true, draws.child("card"), draws.child(i));
      affiliates.add(
          draft
              .label(Label.of(Role.AFFILIATE))
              .organization(employer.id(), true)
              .says(0.4, Weighted.of(samples, weights))
              .habit(draft.habit().between(operation.plan().start(), frame.end()).volume(2, 0.5))
              .build());
    }
    return affiliates;
  }

  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  /// Everybody else who is there because of them.
  public List<Actor> others() {
    return List.copyOf(others);
  }
}

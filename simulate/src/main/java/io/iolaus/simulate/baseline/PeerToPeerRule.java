package io.iolaus.simulate.baseline;

import io.iolaus.core.graph.Components;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;

/// B3: the second rule of Neo4j's study of a peer-to-peer payment network, then components.
///
/// Two accounts are linked if they share a card or a device that no more than ten accounts have,
/// and two further identifiers among cards, devices and addresses. Neo4j, Exploring fraud detection
/// with Neo4j and Graph Data Science (2022), part 3; there every community with a flagged account
/// is a fraud community, which is one of the settings here. Its first rule needs payments from
/// account to account, which the customers of an interface do not make.
final class PeerToPeerRule implements Baseline {

  private static final String HOLDERS = "holders";
  private static final String FURTHER = "further";

  @Override
  public String id() {
    return "B3";
  }

  @Override
  public String title() {
    return "Neo4j's P2P rule";
  }

  @Override
  public List<Parameters> grid() {
    return Grid.of().and(HOLDERS, 10, 20, 50).and(FURTHER, 2, 1).list();
  }

  @Override
  public Grouping group(Observations observations, Parameters parameters) {
    Incidence[] all = {
      observations.things(Kind.INSTRUMENT),
      observations.things(Kind.DEVICE),
      observations.things(Kind.ADDRESS)
    };
    int needed = 1 + parameters.whole(FURTHER);
    Components components = new Components(observations.accounts());
    Neighbours neighbours = new Neighbours(observations.accounts());
    for (int account = 0; account < observations.accounts(); account++) {
      neighbours.clear();
      meet(account, all[0], parameters.whole(HOLDERS), neighbours);
      meet(account, all[1], parameters.whole(HOLDERS), neighbours);
      IntArrayList met = neighbours.met();
      for (int i = 0; i < met.size(); i++) {
        if (shared(all, account, met.getInt(i)) >= needed) {
          components.join(account, met.getInt(i));
        }
      }
    }
    return Grouping.of(components.groups());
  }

  private static void meet(int account, Incidence incidence, int holders, Neighbours neighbours) {
    for (int thing : incidence.of(account)) {
      int[] sharing = incidence.sharing(thing);
      for (int i = 0; i < sharing.length && sharing.length <= holders; i++) {
        if (sharing[i] > account) {
          neighbours.add(sharing[i], 1);
        }
      }
    }
  }

  private static int shared(Incidence[] all, int a, int b) {
    int shared = 0;
    for (Incidence incidence : all) {
      shared += incidence.shared(a, b);
    }
    return shared;
  }
}

package io.iolaus.simulate.baseline;

import io.iolaus.core.graph.Components;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.List;

/// B10: record linkage with fixed m and the raw frequencies of accounts, then components.
///
/// I. P. Fellegi, A. B. Sunter, A theory for record linkage, JASA 1969, with blocking, levels of
/// agreement and term frequencies as the library Splink has them (R. Linacre and others, 2022). A
/// thing's frequency is counted over accounts, so the card of five thousand fraudulent accounts
/// looks common: that is the known weakness of the method where the data holds the duplicates.
///
/// An account's membership is the greatest match probability of its accepted links.
final class RawFellegiSunter implements Baseline {

  private static final String BLOCK = "block";
  private static final String PROBABILITY = "probability";

  private static final List<Kind> BLOCKING =
      List.of(
          Kind.INSTRUMENT,
          Kind.WALLET,
          Kind.DEVICE,
          Kind.EMAIL,
          Kind.PHONE,
          Kind.API_KEY,
          Kind.ADDRESS,
          Kind.PROMPT,
          Kind.SYSTEM);

  private final List<Comparison> fields = Comparison.fields();

  @Override
  public String id() {
    return "B10";
  }

  @Override
  public String title() {
    return "Fellegi-Sunter, raw frequencies";
  }

  @Override
  public List<Parameters> grid() {
    return Grid.of()
        .and(BLOCK, 50, 300)
        .and(PROBABILITY, 0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999)
        .list();
  }

  @Override
  public Grouping group(Observations observations, Parameters parameters) {
    int accounts = observations.accounts();
    double probability = parameters.number(PROBABILITY);
    double needed = Comparison.log2(probability / (1 - probability));
    // One mate for each account is expected before anything is compared.
    double prior = -Comparison.log2(Math.max(2, accounts));
    double[] strongest = new double[accounts];
    Arrays.fill(strongest, Double.NEGATIVE_INFINITY);
    Components components = new Components(accounts);
    Neighbours neighbours = new Neighbours(accounts);
    for (int account = 0; account < accounts; account++) {
      neighbours.clear();
      block(observations, account, parameters.whole(BLOCK), neighbours);
      IntArrayList met = neighbours.met();
      for (int i = 0; i < met.size(); i++) {
        int other = met.getInt(i);
        double odds = prior;
        for (Comparison field : fields) {
          odds += field.bits(observations, account, other);
        }
        if (odds >= needed) {
          components.join(account, other);
          strongest[account] = Math.max(strongest[account], odds);
          strongest[other] = Math.max(strongest[other], odds);
        }
      }
    }
    double[] memberships = new double[accounts];
    Arrays.setAll(memberships, account -> 1 / (1 + Math.pow(2, -strongest[account])));
    return Grouping.of(components.groups(), memberships);
  }

  private static void block(
      Observations observations, int account, int block, Neighbours neighbours) {
    for (Kind kind : BLOCKING) {
      Incidence incidence = observations.things(kind);
      for (int thing : incidence.of(account)) {
        int[] sharing = incidence.sharing(thing);
        for (int i = 0; i < sharing.length && sharing.length <= block; i++) {
          if (sharing[i] > account) {
            neighbours.add(sharing[i], 0);
          }
        }
      }
    }
  }
}

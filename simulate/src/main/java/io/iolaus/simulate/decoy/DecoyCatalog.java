package io.iolaus.simulate.decoy;

import java.util.List;

/// All kinds of decoys.
public final class DecoyCatalog {

  public static final List<DecoyKind> ALL =
      List.of(
          new Campus(),
          new Corporation(),
          new Carrier(),
          new FrameworkUsers(),
          new ViralPrompt(),
          new Marketplace(),
          new CloudRunners(),
          new Household(),
          new BenchmarkResearchers(),
          new Hackathon());

  private DecoyCatalog() {}
}

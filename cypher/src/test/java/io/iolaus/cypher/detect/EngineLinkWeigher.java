package io.iolaus.cypher.detect;

import io.iolaus.core.detect.DetectionListener;
import io.iolaus.core.detect.Population;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.core.resolve.EvidenceGraph;
import io.iolaus.core.resolve.Owners;
import io.iolaus.core.resolve.ThingWeights;
import io.iolaus.cypher.detector.DetectorFile;
import io.iolaus.cypher.detector.DetectorWindow;
import io.iolaus.cypher.detector.Link;
import io.iolaus.cypher.detector.LinkResult;
import io.iolaus.cypher.detector.LinkWeigher;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.neo4j.driver.Driver;

/// Weighs a link by itself: over independent owners, hubs judged by what the same detector found.
public final class EngineLinkWeigher implements LinkWeigher {

  private static final DetectorWindow EVER =
      DetectorWindow.endingAt(Instant.parse("2100-01-01T00:00:00Z"), Duration.ofDays(400));

  @Override
  public double bits(Driver graph, DetectorFile detector, LinkResult all, Link link) {
    Population population = new PopulationReader(graph).read(EVER, DetectionListener.SILENT);
    List<SharedThing> things = all.links().stream().map(l -> thing(population, l)).toList();
    EvidenceGraph evidence = population.evidence(things);
    return ThingWeights.bits(evidence, Owners.of(population.contracts()))[
        all.links().indexOf(link)];
  }

  private static SharedThing thing(Population population, Link link) {
    int[] members = population.indexesOf(link.members());
    float[] strengths = new float[members.length];
    Arrays.fill(strengths, 1);
    return new SharedThing(
        link.detector(), Facet.of(link.facet()), link.type(), link.key(), members, strengths);
  }
}

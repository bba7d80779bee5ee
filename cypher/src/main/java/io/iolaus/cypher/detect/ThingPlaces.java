package io.iolaus.cypher.detect;

import io.iolaus.core.detect.Links;
import io.iolaus.core.evidence.SharedThing;
import io.iolaus.cypher.detector.Link;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Reference2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Where an epoch's shared things stand: they keep their places, others come behind them.
final class ThingPlaces {

  private record Key(String detector, String type, String key) {
    static Key of(Link link) {
      return new Key(link.detector(), link.type(), link.key());
    }
  }

  private final List<SharedThing> things;
  private final @Nullable Link[] links;
  private final Object2IntOpenHashMap<Key> places;

  /// The same by the very objects: nearly all links stand from run to run.
  private final Reference2IntOpenHashMap<Link> same = new Reference2IntOpenHashMap<>();

  /// @param things in their places
  /// @param found links of which they were made, and others
  ThingPlaces(List<SharedThing> things, List<Link> found) {
    this.things = things;
    this.links = new Link[things.size()];
    this.places = new Object2IntOpenHashMap<>(things.size());
    places.defaultReturnValue(-1);
    same.defaultReturnValue(-1);
    for (int t = 0; t < things.size(); t++) {
      SharedThing thing = things.get(t);
      places.put(new Key(thing.detector(), thing.type(), thing.key()), t);
    }
    for (Link link : found) {
      int place = places.getInt(Key.of(link));
      if (place >= 0) {
        links[place] = link;
        same.put(link, place);
      }
    }
  }

  private int place(Link link) {
    int known = same.getInt(link);
    return known >= 0 ? known : places.getInt(Key.of(link));
  }

  /// What accounts share now: known things in their places, with nobody where nobody shares them
  /// any more, and others behind them in the order of the links.
  ///
  /// @param changed accounts of whom something else is known than when the epoch began
  List<SharedThing> now(List<Link> kept, LinkCollector collector, Links strengths, BitSet changed) {
    SharedThing[] known = new SharedThing[things.size()];
    List<Link> others = new ArrayList<>();
    List<Link> again = new ArrayList<>();
    for (Link link : kept) {
      int place = place(link);
      if (place < 0) {
        others.add(link);
      } else if (stands(place, link, changed)) {
        known[place] = things.get(place);
      } else {
        again.add(link);
      }
    }
    again.parallelStream().forEach(link -> known[place(link)] = collector.thing(link, strengths));
    for (int t = 0; t < known.length; t++) {
      if (known[t] == null || known[t].size() < 2) {
        known[t] = things.get(t).forgotten();
      }
    }
    List<SharedThing> now = new ArrayList<>(Arrays.asList(known));
    others.stream()
        .map(link -> collector.thing(link, strengths))
        .filter(thing -> thing.size() >= 2)
        .forEach(now::add);
    return now;
  }

  @SuppressWarnings("ReferenceEquality") // nearly all are the very same, which saves comparing
  private boolean stands(int place, Link link, BitSet changed) {
    Link before = links[place];
    SharedThing thing = things.get(place);
    return before != null
        && (before == link || before.members().equals(link.members()))
        && IntStream.range(0, thing.size()).noneMatch(p -> changed.get(thing.member(p)));
  }
}

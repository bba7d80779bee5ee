package io.iolaus.core.resolve;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/// Communities of accounts that are in blocks together.
///
/// Each block links its members in a few fixed pseudo-random cycles, so that cost grows with the
/// size of the blocks and not with its square. The connected components of these links are cut by
/// Leiden (Traag, Waltman, van Eck, 2019) under modularity, each part again until nothing parts:
/// two dense groups with a few accounts in common never fuse, however many groups there are in all.
/// Sparse links part by chance alone; a cut therefore counts only if it is far better than the best
/// cut of the same blocks with their members dealt at random. Deterministic.
final class BlockCommunities {

  private static final int CYCLES = 4;

  private static final double RESOLUTION = 0.5;

  /// How much better than that of randomly dealt blocks a cut must be, in modularity.
  private static final double BEYOND_CHANCE = 0.025;

  /// Cuts of few links vary by this over the root of their number.
  private static final double NOISE = 0.5;

  private static final int ITERATIONS = 10;
  private static final long SEED = 17;
  private static final int MIN_SIZE = 2;

  /// From so many accounts on a part is cut, and what it is held against, side by side.
  private static final int LARGE = 5_000;

  private BlockCommunities() {}

  /// Groups of at least two accounts, each ascending, in the order of their first accounts.
  static List<int[]> of(List<Block> blocks) {
    return of(blocks, RESOLUTION);
  }

  /// The same.
  ///
  /// @param resolution two parts of a component stay together when the links between them reach
  ///   this part, 0..1, of what chance would draw between them
  static List<int[]> of(List<Block> blocks, double resolution) {
    return components(blocks).parallelStream()
        .map(part -> settled(part, resolution))
        .flatMap(List::stream)
        .filter(group -> group.length >= MIN_SIZE)
        .sorted(Comparator.comparingInt(group -> group[0]))
        .toList();
  }

  /// The communities of a part, which is cut until nothing parts.
  private static List<int[]> settled(Part part, double resolution) {
    List<Part> parts = part.nodes().length <= 3 ? List.of(part) : split(part, resolution);
    if (parts.size() > 1) {
      return parts.parallelStream().map(p -> settled(p, resolution)).flatMap(List::stream).toList();
    }
    int[] nodes = part.nodes();
    Arrays.sort(nodes);
    return List.of(nodes);
  }

  /// @param nodes accounts, ascending
  /// @param blocks places of accounts in `nodes`
  private record Part(int[] nodes, List<Block> blocks) {}

  private record Cut(int[] community, double quality, int links) {}

  private static List<Part> components(List<Block> blocks) {
    Int2IntOpenHashMap root = new Int2IntOpenHashMap();
    for (Block block : blocks) {
      for (int account : block.members()) {
        int a = find(root, block.members()[0]);
        int b = find(root, account);
        root.put(Math.max(a, b), Math.min(a, b));
      }
    }
    int[] nodes = root.keySet().toIntArray();
    IntArrays.quickSort(nodes);
    int[] community = new int[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      community[i] = find(root, nodes[i]);
    }
    List<Block> places = new ArrayList<>();
    for (Block block : blocks) {
      int[] at = Arrays.stream(block.members()).map(a -> Arrays.binarySearch(nodes, a)).toArray();
      places.add(new Block(at, block.strength(), block.bits()));
    }
    return parts(new Part(nodes, places), community);
  }

  private static int find(Int2IntOpenHashMap root, int node) {
    int at = node;
    for (int up = root.getOrDefault(at, at); up != at; up = root.getOrDefault(at, at)) {
      at = up;
    }
    root.put(node, at);
    return at;
  }

  private static List<Part> split(Part part, double resolution) {
    // large ones part: there is no waiting for the cut to see whether it has to be held against one
    CompletableFuture<Cut> early =
        part.nodes().length < LARGE
            ? null
            : CompletableFuture.supplyAsync(() -> byChance(part, resolution));
    Cut cut = cut(part.nodes().length, part.blocks(), resolution);
    double least = BEYOND_CHANCE + NOISE / Math.sqrt(cut.links());
    if (cut.quality() <= least) {
      return List.of(part);
    }
    Cut chance = early == null ? byChance(part, resolution) : early.join();
    return cut.quality() > chance.quality() + least ? parts(part, cut.community()) : List.of(part);
  }

  private static Cut byChance(Part part, double resolution) {
    return cut(part.nodes().length, dealt(part.blocks()), resolution);
  }

  /// The same blocks with their members dealt at random: each account is in as many as before.
  private static List<Block> dealt(List<Block> blocks) {
    IntArrayList all = new IntArrayList();
    blocks.forEach(block -> all.addElements(all.size(), block.members()));
    IntArrays.shuffle(all.elements(), 0, all.size(), new Random(SEED));
    List<Block> result = new ArrayList<>();
    int from = 0;
    for (Block block : blocks) {
      int to = from + block.members().length;
      int[] members = Arrays.stream(all.elements(), from, to).sorted().distinct().toArray();
      float[] strength = Arrays.copyOf(block.strength(), members.length);
      result.add(new Block(members, strength, block.bits()));
      from = to;
    }
    return result;
  }

  /// Leiden's communities, and their modularity above that of one community.
  private static Cut cut(int nodes, List<Block> blocks, double resolution) {
    Long2DoubleOpenHashMap links = new Long2DoubleOpenHashMap();
    for (int b = 0; b < blocks.size(); b++) {
      link(blocks.get(b), b, links);
    }
    long[] sorted = links.keySet().toLongArray();
    LongArrays.quickSort(sorted);
    int[] from = new int[sorted.length];
    int[] to = new int[sorted.length];
    double[] weights = new double[sorted.length];
    double[] degree = new double[nodes];
    double all = 0;
    for (int e = 0; e < sorted.length; e++) {
      from[e] = (int) (sorted[e] >>> 32);
      to[e] = (int) sorted[e];
      weights[e] = links.get(sorted[e]);
      degree[from[e]] += weights[e];
      degree[to[e]] += weights[e];
      all += weights[e];
    }
    Network network = network(degree, from, to, weights);
    LeidenAlgorithm leiden =
        new LeidenAlgorithm(
            resolution / (2 * all), 1, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(SEED));
    Clustering clustering = new Clustering(nodes);
    int iteration = 0;
    while (iteration < ITERATIONS && leiden.improveClustering(network, clustering)) {
      iteration++;
    }
    int[] community = clustering.getClusters();
    double inside = 0;
    for (int e = 0; e < from.length; e++) {
      inside += community[from[e]] == community[to[e]] ? weights[e] : 0;
    }
    double[] sums = new double[clustering.getNClusters()];
    for (int i = 0; i < nodes; i++) {
      sums[community[i]] += degree[i];
    }
    double expected = 0;
    for (double sum : sums) {
      expected += sum * sum / (4 * all * all);
    }
    return new Cut(community, inside / all - resolution * expected - (1 - resolution), from.length);
  }

  /// The network of these links, which ascend: with neighbours in order, as the library would
  /// otherwise put them by comparing.
  private static Network network(double[] degree, int[] from, int[] to, double[] weights) {
    long[] first = new long[degree.length + 1];
    for (int e = 0; e < from.length; e++) {
      first[from[e] + 1]++;
      first[to[e] + 1]++;
    }
    for (int i = 0; i < degree.length; i++) {
      first[i + 1] += first[i];
    }
    int[] next = Arrays.stream(first).mapToInt(Math::toIntExact).toArray();
    int[] neighbours = new int[2 * from.length];
    double[] weightOf = new double[neighbours.length];
    // lesser neighbours of a node all come before the greater ones
    for (int e = 0; e < from.length; e++) {
      neighbours[next[to[e]]] = from[e];
      weightOf[next[to[e]]++] = weights[e];
    }
    for (int e = 0; e < from.length; e++) {
      neighbours[next[from[e]]] = to[e];
      weightOf[next[from[e]]++] = weights[e];
    }
    return new Network(
        degree, first, new LargeIntArray(neighbours), new LargeDoubleArray(weightOf), false);
  }

  /// A union of random cycles is an expander: unlike neighbours in one order it has no parts of its
  /// own.
  private static void link(Block block, int number, Long2DoubleOpenHashMap links) {
    int size = block.members().length;
    int cycles = Math.min(CYCLES, size - 1);
    int[] members = block.members();
    float[] strength = block.strength();
    long[] ring = new long[size]; // what the cycle is ordered by, and below it the place
    for (int cycle = 0; cycle < cycles; cycle++) {
      int salt = HashCommon.murmurHash3(number * CYCLES + cycle + 1);
      Arrays.setAll(ring, i -> ((long) HashCommon.murmurHash3(members[i] ^ salt) << 32) | i);
      Arrays.sort(ring);
      for (int i = 0; i < size; i++) {
        int x = (int) ring[i];
        int y = (int) ring[(i + 1) % size];
        long link =
            ((long) Math.min(members[x], members[y]) << 32) | Math.max(members[x], members[y]);
        links.addTo(link, block.bits() * Math.min(strength[x], strength[y]));
      }
    }
  }

  private static List<Part> parts(Part part, int[] community) {
    Int2IntOpenHashMap numbers = new Int2IntOpenHashMap();
    List<IntArrayList> members = new ArrayList<>();
    int[] place = new int[community.length];
    int[] number = new int[community.length];
    for (int i = 0; i < community.length; i++) {
      int fresh = members.size();
      if (numbers.putIfAbsent(community[i], fresh) == numbers.defaultReturnValue()
          && numbers.size() > fresh) {
        members.add(new IntArrayList());
      }
      number[i] = numbers.get(community[i]);
      place[i] = members.get(number[i]).size();
      members.get(number[i]).add(part.nodes()[i]);
    }
    if (members.size() == 1) {
      return List.of(part);
    }
    List<Part> parts = new ArrayList<>();
    members.forEach(list -> parts.add(new Part(list.toIntArray(), new ArrayList<>())));
    for (Block block : part.blocks()) {
      int[] sizes = new int[parts.size()];
      for (int at : block.members()) {
        sizes[number[at]]++;
      }
      for (int p = 0; p < sizes.length; p++) {
        if (sizes[p] >= 2) {
          parts.get(p).blocks().add(inside(block, number, place, p, sizes[p]));
        }
      }
    }
    return parts;
  }

  private static Block inside(Block block, int[] number, int[] place, int part, int size) {
    int[] members = new int[size];
    float[] strength = new float[size];
    int next = 0;
    for (int i = 0; i < block.members().length; i++) {
      int at = block.members()[i];
      if (number[at] == part) {
        members[next] = place[at];
        strength[next++] = block.strength()[i];
      }
    }
    return new Block(members, strength, block.bits());
  }
}

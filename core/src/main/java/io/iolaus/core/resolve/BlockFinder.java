package io.iolaus.core.resolve;

import io.iolaus.core.evidence.EvidencePriors;
import io.iolaus.core.evidence.Facet;
import io.iolaus.core.evidence.SharedThing;
import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds blocks of accounts: users of one thing who also share something of *another* facet, far
/// more often than the rest of the world does.
///
/// The members of a rotating pool share widely, but each pair of them rarely twice, so that no pair
/// says much. Taken together the users of one skeleton say a lot: were they strangers who happened
/// to use it, their cards and addresses would be as mixed as everybody's. For each thing under the
/// operator's own hand (instrument, device, prompt) each user is therefore held against all other
/// users of it, facet by facet, and only users for whom another facet agrees are joined, through
/// the things that are lifted among them. A public template or a viral prompt joins nobody, however
/// many use it; the operator among its users is found all the same.
///
/// Cost: for each user of such a thing the number of things it shows.
final class BlockFinder {

  /// Bits of another facet that an account needs to be taken for more than a stranger.
  private static final double MIN_BITS = 3;

  /// How much more frequent a thing must be among the users than elsewhere to join them.
  private static final double MIN_LIFT = 8;

  private static final int MIN_TOGETHER = 2;

  /// What can be worth less is everybody's (a client, a library's fingerprint) and starts no block.
  private static final double OWN_BITS = 6;

  /// Users of one thing part only where next to nothing else ties them.
  private static final double LOOSE = 0.45;

  private final EvidenceGraph evidence;
  private final Owners owners;

  private final Commonness commonness;
  // Working space for one thing: how many of its users show another one, and how much.
  private final int[] together;
  private final double[] massInside;
  private final IntArrayList touched = new IntArrayList();

  private final FacetBits sum;

  BlockFinder(EvidenceGraph evidence, Owners owners) {
    this.evidence = evidence;
    this.owners = owners;
    this.sum = new FacetBits(evidence);
    this.commonness = new Commonness(evidence, owners);
    this.together = new int[evidence.things().size()];
    this.massInside = new double[evidence.things().size()];
  }

  /// All blocks, each at least two accounts, ascending.
  List<Block> find() {
    List<Block> blocks = new ArrayList<>();
    for (int t = 0; t < massInside.length; t++) {
      if (joins(t)) {
        blocks(t, blocks);
      }
    }
    return blocks;
  }

  private boolean joins(int thing) {
    return evidence.thing(thing).facet().underOwnHand()
        && evidence.priors(thing).maxBits() >= OWN_BITS;
  }

  private void blocks(int hub, List<Block> blocks) {
    SharedThing thing = evidence.thing(hub);
    int[] users = new int[thing.size()];
    int count = 0;
    for (int p = 0; p < thing.size(); p++) {
      if (owners.open(thing.member(p))) {
        users[count++] = thing.member(p);
      }
    }
    users = Arrays.copyOf(users, count);
    if (count < 2) {
      return;
    }
    Facet own = thing.facet();
    for (int user : users) {
      for (int p = evidence.start(user); p < evidence.end(user); p++) {
        int other = evidence.thingAt(p);
        if (witness(other, own)) {
          if (together[other]++ == 0) {
            touched.add(other);
          }
          massInside[other] += evidence.strengthAt(p);
        }
      }
    }
    boolean[] agreed = new boolean[count];
    for (int u = 0; u < count; u++) {
      agreed[u] = agrees(users[u], own, count);
    }
    double bits = EvidencePriors.log2(1 + evidence.accounts() / (double) thing.size());
    for (int[] members : parts(users, agreed, own)) {
      blocks.add(Block.of(members, bits));
    }
    for (int i = 0; i < touched.size(); i++) {
      together[touched.getInt(i)] = 0;
      massInside[touched.getInt(i)] = 0;
    }
    touched.clear();
  }

  /// Whether some other facet says that the user belongs with the other users.
  private boolean agrees(int user, Facet own, int users) {
    sum.clear();
    for (int p = evidence.start(user); p < evidence.end(user); p++) {
      int other = evidence.thingAt(p);
      if (!witness(other, own)) {
        continue;
      }
      float strength = evidence.strengthAt(p);
      if (together[other] >= 2) {
        double here = (massInside[other] - strength) / (users - 1);
        double elsewhere =
            commonness.outside(other, massInside[other]) / Math.max(1, owners.count() - users);
        double likelier = Math.max(1e-9, here) / elsewhere;
        sum.agree(other, strength, Math.clamp(likelier, 1, evidence.maxRatio(other)));
      } else {
        sum.show(other, strength);
      }
    }
    return Arrays.stream(sum.facets()).anyMatch(bits -> bits >= MIN_BITS);
  }

  /// Whether a thing can speak for users of a thing of facet `own`. Bursts of creation cannot:
  /// whatever goes round brings one.
  private boolean witness(int thing, Facet own) {
    Facet facet = evidence.thing(thing).facet();
    return facet != own && facet != Facet.CREATION;
  }

  /// The users that agree, cut into communities by the things that are lifted among them: a
  /// stranger whose one address a pool has used meets the pool there, and nowhere else.
  private List<int[]> parts(int[] users, boolean[] agreed, Facet own) {
    Int2ObjectOpenHashMap<IntArrayList> byThing = new Int2ObjectOpenHashMap<>();
    Int2ObjectOpenHashMap<FloatArrayList> strengths = new Int2ObjectOpenHashMap<>();
    for (int u = 0; u < users.length; u++) {
      for (int p = evidence.start(users[u]); agreed[u] && p < evidence.end(users[u]); p++) {
        int other = evidence.thingAt(p);
        if (witness(other, own) && lifted(other, users.length)) {
          byThing.computeIfAbsent(other, t -> new IntArrayList()).add(users[u]);
          strengths.computeIfAbsent(other, t -> new FloatArrayList()).add(evidence.strengthAt(p));
        }
      }
    }
    int[] things = byThing.keySet().toIntArray();
    Arrays.sort(things);
    List<Block> parts = new ArrayList<>();
    for (int other : things) {
      IntArrayList members = byThing.get(other);
      if (members.size() >= 2) {
        parts.add(new Block(members.toIntArray(), strengths.get(other).toFloatArray(), 1));
      }
    }
    return BlockCommunities.of(parts, LOOSE);
  }

  private boolean lifted(int other, int users) {
    int inside = together[other];
    int outside = evidence.thing(other).size() - inside;
    double lift =
        (inside / (double) users) / ((outside + 0.5) / Math.max(1, owners.count() - users));
    return inside >= MIN_TOGETHER && lift >= MIN_LIFT;
  }
}

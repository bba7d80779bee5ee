package io.iolaus.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockCommunitiesTest {

  private static Block block(int... members) {
    return Block.of(members, 1);
  }

  private static List<Block> randomBlocks(int from, int to, int blocks, int size, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, blocks)
        .mapToObj(b -> block(random.ints(from, to).distinct().limit(size).sorted().toArray()))
        .toList();
  }

  @Test
  void accountsOfOneBlockAreOneCommunity() {
    assertThat(BlockCommunities.of(List.of(block(World.range(0, 500)))))
        .containsExactly(World.range(0, 500));
  }

  @Test
  void nothingIsNothing() {
    assertThat(BlockCommunities.of(List.of())).isEmpty();
  }

  /// A pool whose blocks are dealt at random has no parts, however thin it is.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aThinPoolIsNotCutByChance(long seed) {
    List<int[]> communities = BlockCommunities.of(randomBlocks(0, 400, 160, 10, seed));
    assertThat(communities).hasSize(1);
    assertThat(communities.getFirst().length).isGreaterThan(380);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void twoPoolsWithAFewAccountsInCommonStayTwo(long seed) {
    List<Block> blocks = new ArrayList<>(randomBlocks(0, 100, 80, 12, seed));
    blocks.addAll(randomBlocks(100, 160, 60, 12, seed + 100));
    blocks.add(block(3, 40, 120, 150));
    blocks.add(block(7, 60, 101));
    assertThat(BlockCommunities.of(blocks))
        .containsExactly(World.range(0, 100), World.range(100, 160));
  }

  @Test
  void aCutDependsOnThePartItCutsAndNotOnEverythingElse() {
    // the resolution limit of modularity: among many groups two small ones must still stay two
    List<Block> blocks = new ArrayList<>();
    for (int group = 0; group < 300; group++) {
      blocks.addAll(randomBlocks(20 * group, 20 * group + 20, 20, 8, group));
    }
    blocks.add(block(5, 25));
    List<int[]> communities = BlockCommunities.of(blocks);
    assertThat(communities).hasSize(300).allSatisfy(c -> assertThat(c).hasSize(20));
  }

  @Test
  void theSameBlocksGiveTheSameCommunities() {
    List<Block> blocks = randomBlocks(0, 300, 100, 9, 8);
    assertThat(BlockCommunities.of(blocks).stream().map(IntStream::of).map(IntStream::sum).toList())
        .isEqualTo(
            BlockCommunities.of(blocks).stream().map(IntStream::of).map(IntStream::sum).toList());
  }
}

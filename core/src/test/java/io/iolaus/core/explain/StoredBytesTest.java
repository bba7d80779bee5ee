package io.iolaus.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.evidence.Bounds;
import io.iolaus.core.evidence.Facet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StoredBytesTest {

  private static final Bounds BOUNDS =
      new Bounds(
          new TreeMap<>(Map.of("shared-identifier client device", new Bounds.Refined(12, 9.5))));

  private static StoredProfile profile(int rows) {
    List<ProfileRow> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Sign sign = Sign.values()[i % Sign.values().length];
      all.add(
          new ProfileRow(
              sign.detector(),
              sign.facet(),
              sign.type(),
              "key-ü-" + i,
              2 + i % 7,
              3 + i,
              1.5 + i / 3.0,
              0.5,
              i % 2 == 0 ? 1 : 0.25,
              i / 10_000.0,
              i % 3 == 0,
              i % 5 == 0));
    }
    return new StoredProfile(24, 580, 0.07, new double[] {1, .5, 0, .25, 0, 0}, all, BOUNDS);
  }

  @Test
  void aProfileIsReadAsItWasWritten() {
    StoredProfile profile = profile(500);
    StoredProfile read = StoredProfile.fromBytes(profile.toBytes());
    assertThat(read.rows()).isEqualTo(profile.rows());
    assertThat(read.size()).isEqualTo(24);
    assertThat(read.owners()).isEqualTo(580);
    assertThat(read.usual()).isEqualTo(0.07);
    assertThat(read.agreement(Facet.PAYMENT)).isEqualTo(1);
    assertThat(read.agreement(Facet.PROMPT)).isEqualTo(0.25);
    assertThat(read.bounds()).isEqualTo(BOUNDS);
    assertThat(read.toBytes()).isEqualTo(profile.toBytes());
  }

  @Test
  void sixThousandThingsTakeAQuarterOfAMegabyteAtMost() {
    assertThat(profile(6_000).toBytes()).hasSizeLessThan(256 * 1024);
  }

  @Test
  void whatAMemberBroughtInIsReadAsItWasWritten() {
    CountedLinks links =
        new CountedLinks(new int[] {0, 7, 300}, new float[] {1, 0.25f, 0.001f}, 0.75, 0.8, true);
    assertThat(CountedLinks.fromBytes(links.toBytes())).isEqualTo(links);
    assertThat(links.strength(7)).isEqualTo(0.25f);
    assertThat(links.strength(8)).isZero();
  }

  @Test
  void damagedBytesAreRefused() {
    byte[] profile = profile(20).toBytes();
    assertThatThrownBy(() -> StoredProfile.fromBytes(java.util.Arrays.copyOf(profile, 40)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("profile");
    profile[0] = 9;
    assertThatThrownBy(() -> StoredProfile.fromBytes(profile)).hasMessageContaining("version");
    assertThatThrownBy(() -> CountedLinks.fromBytes(new byte[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

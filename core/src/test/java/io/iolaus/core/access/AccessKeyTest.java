package io.iolaus.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AccessKeyTest {

  private static final AccessKey KEY = AccessKey.of(new byte[32]);

  private static AccessKey other() {
    byte[] bytes = new byte[32];
    bytes[31] = 1;
    return AccessKey.of(bytes);
  }

  @Test
  void opensWhatItSealed() {
    String sealed = KEY.seal("u-1", "password", "$argon2id$…");
    assertThat(sealed).startsWith("s1.").doesNotContain("argon");
    assertThat(KEY.open("u-1", "password", sealed)).isEqualTo("$argon2id$…");
    assertThat(KEY.seal("u-1", "password", "$argon2id$…")).isNotEqualTo(sealed);
  }

  @Test
  void aSealedValueCannotBeMoved() {
    String sealed = KEY.seal("u-1", "password", "x");
    for (String[] place :
        new String[][] {{"u-2", "password"}, {"u-1", "second factor"}, {"u-11", "password"}}) {
      assertThatThrownBy(() -> KEY.open(place[0], place[1], sealed))
          .isInstanceOf(UnsealException.class)
          .hasMessageContaining(place[0]);
    }
  }

  @Test
  void neitherAnotherKeyNorAChangedValueOpens() {
    String sealed = KEY.seal("u-1", "password", "secret");
    char last = sealed.charAt(10) == 'A' ? 'B' : 'A';
    String changed = sealed.substring(0, 10) + last + sealed.substring(11);
    assertThatThrownBy(() -> other().open("u-1", "password", sealed))
        .isInstanceOf(UnsealException.class);
    for (String broken : new String[] {changed, "s1.", "s1.AAAA", "", "s1.%"}) {
      assertThatThrownBy(() -> KEY.open("u-1", "password", broken))
          .as(broken)
          .isInstanceOf(UnsealException.class);
    }
  }

  @Test
  void digestsDependOnKeyAndPurpose() {
    assertThat(KEY.digest("token", "x"))
        .isEqualTo(KEY.digest("token", "x"))
        .isNotEqualTo(KEY.digest("recovery", "x"))
        .isNotEqualTo(other().digest("token", "x"));
  }
}

package io.iolaus.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SiteSecretTest {

  private final SiteSecret secret = SiteSecret.of(new byte[32]);

  @Test
  void tokensAreEqualForEqualValuesOnly() {
    assertThat(secret.token("email", "a@example.com"))
        .isEqualTo(SiteSecret.of(new byte[32]).token("email", "a@example.com"))
        .isNotEqualTo(secret.token("email", "b@example.com"));
  }

  @Test
  void oneValueHasUnrelatedTokensForTwoPurposes() {
    assertThat(secret.token("email", "x")).isNotEqualTo(secret.token("phone", "x"));
  }

  @Test
  void anotherSecretGivesAnotherToken() {
    byte[] other = new byte[32];
    other[31] = 1;
    assertThat(SiteSecret.of(other).token("email", "x")).isNotEqualTo(secret.token("email", "x"));
  }

  @Test
  void aTokenIs128BitsInBase64url() {
    assertThat(secret.token("email", "x")).matches("k1_[A-Za-z0-9_-]{22}");
  }

  @Test
  void isTwoStepsOfHmacSha256() throws Exception {
    byte[] purposeKey = plainHmac(new byte[32], "iolaus/1/email".getBytes());
    assertThat(secret.hmac("email", "x".getBytes()))
        .isEqualTo(plainHmac(purposeKey, "x".getBytes()));
  }

  @Test
  void theShortFormIsTheBeginningOfTheLong() {
    assertThat(HexFormat.of().toHexDigits(secret.hmac64("p", new byte[] {1})))
        .isEqualTo(HexFormat.of().formatHex(secret.hmac("p", new byte[] {1}), 0, 8));
  }

  @Test
  void copiesTheKey() {
    byte[] key = new byte[32];
    SiteSecret copied = SiteSecret.of(key);
    key[0] = 9;
    assertThat(copied.token("p", "x")).isEqualTo(secret.token("p", "x"));
  }

  @Test
  void severalThreadsMayUseOne() {
    String expected = secret.token("p", "x");
    assertThat(IntStream.range(0, 20_000).parallel().mapToObj(i -> secret.token("p", "x")))
        .allMatch(expected::equals);
  }

  @Test
  void refusesAnotherLength() {
    assertThatIllegalArgumentException().isThrownBy(() -> SiteSecret.of(new byte[31]));
  }

  @Test
  void showsNothingOfItself() {
    assertThat(secret).hasToString("SiteSecret");
  }

  private static byte[] plainHmac(byte[] key, byte[] data) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  @Test
  void renewsAReferenceWithoutTheValueBehindIt() {
    SiteSecret first = SiteSecret.of(new byte[SiteSecret.KEY_BYTES]);
    byte[] key = new byte[SiteSecret.KEY_BYTES];
    key[0] = 1;
    SiteSecret second = first.followedBy(key);
    SiteSecret third = second.followedBy(new byte[SiteSecret.KEY_BYTES]);
    String old = first.token("email", "a@example.org");
    assertThat(second.token("email", "a@example.org")).startsWith("k2_").isNotEqualTo(old);
    assertThat(second.renewed("email", old)).isEqualTo(second.token("email", "a@example.org"));
    assertThat(third.renewed("email", old)).isEqualTo(third.token("email", "a@example.org"));
    assertThat(third.renewed("email", third.token("email", "x")))
        .isEqualTo(third.token("email", "x"));
  }

  @Test
  void givesOtherReferencesUnderTheNewKeyAlone() {
    byte[] key = new byte[SiteSecret.KEY_BYTES];
    key[0] = 1;
    SiteSecret second = SiteSecret.of(new byte[SiteSecret.KEY_BYTES]).followedBy(key);
    assertThat(second.token("email", "x").substring(3))
        .isNotEqualTo(SiteSecret.of(key).token("email", "x").substring(3));
    // What is not stored as a reference depends on the present key alone: partners hold only that.
    assertThat(second.hmac64("word", new byte[1]))
        .isEqualTo(SiteSecret.of(key).hmac64("word", new byte[1]));
  }
}

package io.iolaus.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  /// The secret of RFC 6238, appendix B.
  private static final Totp RFC =
      Totp.of(Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));

  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109L);

  @ParameterizedTest
  @CsvSource({
    "59,94287082",
    "1111111109,07081804",
    "1111111111,14050471",
    "1234567890,89005924",
    "2000000000,69279037",
    "20000000000,65353130"
  })
  void givesTheCodesOfTheStandard(long seconds, String code) {
    assertThat(RFC.digits(seconds / 30, 8)).isEqualTo(code);
    assertThat(RFC.code(Instant.ofEpochSecond(seconds))).isEqualTo(code.substring(2));
  }

  @Test
  void aCodeIsGoodOneStepEitherWay() {
    long step = NOW.getEpochSecond() / 30;
    for (int off = -1; off <= 1; off++) {
      assertThat(RFC.step(RFC.code(NOW.plusSeconds(30L * off)), NOW, -1))
          .isEqualTo(OptionalLong.of(step + off));
    }
    assertThat(RFC.step(RFC.code(NOW.plusSeconds(60)), NOW, -1)).isEmpty();
    assertThat(RFC.step(RFC.code(NOW.minusSeconds(60)), NOW, -1)).isEmpty();
    assertThat(RFC.step("", NOW, -1)).isEmpty();
  }

  @Test
  void aStepIsUsedOnce() {
    long step = RFC.step(RFC.code(NOW), NOW, -1).orElseThrow();
    assertThat(RFC.step(RFC.code(NOW), NOW, step)).isEmpty();
    assertThat(RFC.step(RFC.code(NOW.minusSeconds(30)), NOW, step)).isEmpty();
    assertThat(RFC.step(RFC.code(NOW.plusSeconds(30)), NOW, step)).hasValue(step + 1);
  }

  @Test
  void comesBackFromItsSecretAndShowsItNowhereElse() {
    Totp made = Totp.generated();
    assertThat(Totp.of(made.secret())).isEqualTo(made);
    assertThat(made.secret()).hasSize(32);
    assertThat(made.toString()).doesNotContain(made.secret());
    assertThat(made.uri("Iolaus (site)", "ann@x"))
        .isEqualTo(
            "otpauth://totp/Iolaus%20%28site%29:ann%40x?secret="
                + made.secret()
                + "&issuer=Iolaus%20%28site%29&algorithm=SHA1&digits=6&period=30");
  }
}

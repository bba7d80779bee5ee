package io.iolaus.sharing.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

  private static final byte[] BYTES = "what was said".getBytes(StandardCharsets.UTF_8);

  /// The platform's own cryptography, with nothing of the library that signed.
  @Test
  void anybodyElseCanCheckWhatItSigns() throws Exception {
    SigningKey key = SigningKey.generate();
    String[] parts = key.sign(BYTES).split("\\.", -1);
    assertThat(parts).hasSize(3);
    assertThat(parts[1]).isEmpty();
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
    assertThat(header)
        .contains("\"alg\":\"ES256\"")
        .contains("\"kid\":\"" + key.verification().thumbprint() + "\"");

    Map<String, Object> jwk = key.verification().members();
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point = new ECPoint(number(jwk.get("x")), number(jwk.get("y")));
    Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
    check.initVerify(
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
    String signed = parts[0] + "." + base64.encodeToString(BYTES);
    check.update(signed.getBytes(StandardCharsets.US_ASCII));
    assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
  }

  private static BigInteger number(Object base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(String.valueOf(base64)));
  }

  @Test
  void signatureIsOfOneKeyOverOneTextInOneSpelling() {
    SigningKey key = SigningKey.generate();
    String signature = key.sign(BYTES);
    VerificationKey check = VerificationKey.parse(key.verification().json());
    assertThat(check.verifies(signature, BYTES)).isTrue();
    assertThat(check.verifies(signature, "what was not".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
    assertThat(SigningKey.generate().verification().verifies(signature, BYTES)).isFalse();
    for (int i = 0; i < signature.length(); i++) {
      for (char other : "AQgw_.=\n".toCharArray()) {
        if (signature.charAt(i) != other) {
          String changed = signature.substring(0, i) + other + signature.substring(i + 1);
          assertThat(check.verifies(changed, BYTES)).as("%d %s", i, changed).isFalse();
        }
      }
    }
    assertThat(check.verifies("", BYTES)).isFalse();
    assertThat(check.verifies("..", BYTES)).isFalse();
  }

  @Test
  void keyIsReadAgainAndOfWhatIsNoneNothingIsShown() {
    SigningKey key = SigningKey.generate();
    SigningKey again = SigningKey.parse(key.json());
    assertThat(again.verification().thumbprint()).isEqualTo(key.verification().thumbprint());
    assertThat(key.verification().json()).doesNotContain("\"d\"");
    String broken = key.json().replace("P-256", "P-257");
    assertThatThrownBy(() -> SigningKey.parse(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageNotContaining(key.json().split("\"d\":\"")[1].substring(0, 20));
    assertThatThrownBy(() -> SigningKey.parse(key.verification().json()))
        .isInstanceOf(IllegalArgumentException.class);
    for (String none : new String[] {"{}", "null", "[]", "", "{\"kty\":\"RSA\"}"}) {
      assertThatThrownBy(() -> VerificationKey.parse(none))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}

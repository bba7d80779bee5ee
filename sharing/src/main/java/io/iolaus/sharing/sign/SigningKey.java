package io.iolaus.sharing.sign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;

/// The private key that a site signs with: P-256. May be shared by threads.
public final class SigningKey {

  private final ECKey key;

  private SigningKey(ECKey key) {
    this.key = key;
  }

  /// A new one.
  public static SigningKey generate() {
    try {
      return new SigningKey(new ECKeyGenerator(Curve.P_256).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException("this JVM has no P-256", e);
    }
  }

  /// Reads what [#json] wrote.
  ///
  /// @throws IllegalArgumentException for anything else; the message shows nothing of it
  public static SigningKey parse(String json) {
    try {
      ECKey key = ECKey.parse(VerificationKey.members(json));
      if (key.isPrivate() && Curve.P_256.equals(key.getCurve())) {
        return new SigningKey(key);
      }
    } catch (ParseException | IllegalStateException e) {
      // Its message may hold what was parsed.
    }
    throw new IllegalArgumentException("not a private P-256 key as JWK (RFC 7517)");
  }

  /// The key as JWK (RFC 7517), one line, with its private part.
  public String json() {
    return key.toJSONString();
  }

  /// The public part.
  public VerificationKey verification() {
    return new VerificationKey(key.toPublicJWK());
  }

  /// Signs bytes.
  ///
  /// @return a JWS with detached payload (RFC 7515, appendix F), ES256, with the key's thumbprint
  ///   as `kid`
  public String sign(byte[] bytes) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(verification().thumbprint()).build();
    JWSObject jws = new JWSObject(header, new Payload(bytes));
    try {
      jws.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("this JVM cannot sign by ES256", e);
    }
    return jws.serialize(true);
  }
}

package io.iolaus.api.paging;

import io.iolaus.api.problem.Problem;
import io.iolaus.api.problem.ProblemException;
import io.iolaus.core.secret.SiteSecret;
import io.iolaus.cypher.home.Home;
import io.iolaus.cypher.read.PageKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Writes where a page ended as a text that callers can only give back. It is signed together with
/// the query it belongs to, so that it neither can be made up nor moved to another filter or order.
/// It outlives a restart.
@Component
public class Cursors {

  private static final int SEAL = 16;

  private final SiteSecret secret;

  Cursors(Home home) {
    this.secret = home.site();
  }

  public String write(String query, PageKey key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      if (key.value() instanceof Double number) {
        out.writeByte('d');
        out.writeDouble(number);
      } else {
        out.writeByte('s');
        out.writeUTF((String) key.value());
      }
      out.writeUTF(key.id());
      out.write(seal(query, bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /// Where the page before ended, null for a null cursor.
  ///
  /// @throws ProblemException 400 `cursor-invalid` for anything that this server did not write for
  ///   this query
  public @Nullable PageKey read(String query, @Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      int end = bytes.length - SEAL;
      byte[] payload = Arrays.copyOf(bytes, Math.max(0, end));
      byte[] seal = Arrays.copyOfRange(bytes, Math.max(0, end), bytes.length);
      if (end <= 0 || !MessageDigest.isEqual(seal, seal(query, payload))) {
        throw invalid();
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
      Object value = in.readByte() == 'd' ? (Object) in.readDouble() : in.readUTF();
      return new PageKey(value, in.readUTF());
    } catch (IllegalArgumentException | IOException e) {
      throw invalid();
    }
  }

  private static ProblemException invalid() {
    return new ProblemException(
        new Problem(
            HttpStatus.BAD_REQUEST,
            "cursor-invalid",
            "cursor is not one that this server gave for this query; start again without it"));
  }

  private byte[] seal(String query, byte[] payload) {
    byte[] context = query.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(context, context.length + 1 + payload.length);
    System.arraycopy(payload, 0, all, context.length + 1, payload.length);
    return Arrays.copyOf(secret.hmac("page-cursor", all), SEAL);
  }
}

package io.iolaus.ingest.fold;

import io.iolaus.core.event.Event;
import io.iolaus.core.prompt.PromptSketch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The `eventId` of an event, and 64-bit digests of it and of what the event says.
///
/// Two events of one account are the same if both digests agree, in conflict if only that of the id
/// does.
public final class EventIds {

  private final MessageDigest sha256 = Digests.sha256();
  private final ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);

  /// The id an event carries, if any.
  public static @Nullable String of(Event event) {
    if (event instanceof Event.Exchange exchange) { // Nearly always.
      return exchange.eventId();
    }
    return switch (event) {
      case Event.Exchange exchange -> exchange.eventId();
      case Event.Identifier identifier -> identifier.eventId();
      case Event.Account _, Event.Payment _, Event.Network _, Event.Organization _ -> null;
      case Event.Verdict _, Event.Claim _, Event.Model _ -> null;
    };
  }

  /// Digest of type and id.
  public long idDigest(Event event) {
    text(event.getClass().getSimpleName());
    text(of(event));
    return take();
  }

  /// Digest of everything the event says.
  public long contentDigest(Event event) {
    switch (event) {
      case Event.Exchange exchange -> content(exchange);
      case Event.Identifier identifier -> content(identifier);
      case Event.Account _, Event.Payment _, Event.Network _, Event.Organization _ -> {}
      case Event.Verdict _, Event.Claim _, Event.Model _ -> {}
    }
    return take();
  }

  private void content(Event.Exchange exchange) {
    instant(exchange.at());
    text(exchange.ip());
    sketch(exchange.prompt());
    sketch(exchange.system());
    text(exchange.capability());
    text(exchange.model());
    text(exchange.client());
    text(exchange.language());
    number(exchange.inputTokens());
    number(exchange.outputTokens());
    number(exchange.count());
  }

  private void content(Event.Identifier identifier) {
    text(identifier.kind());
    text(identifier.value());
    instant(identifier.at());
  }

  private void instant(Instant instant) {
    number(instant.toEpochMilli());
  }

  private void sketch(@Nullable PromptSketch sketch) {
    if (sketch == null) {
      number(-1);
      return;
    }
    // The key stands for the whole text; the sample would add nothing.
    number(1);
    number(sketch.key());
  }

  private void text(@Nullable String text) {
    if (text == null) {
      number(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    sha256.update(bytes);
  }

  private void number(long number) {
    sha256.update(eight.putLong(0, number).array());
  }

  private long take() {
    return ByteBuffer.wrap(sha256.digest()).getLong();
  }
}

package io.iolaus.ingest.journal;

import io.iolaus.core.event.Event;
import io.iolaus.core.prompt.PromptSketch;
import io.iolaus.ingest.fold.IdentifiedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The form of an event that carries an `eventId`; the account is known from where it stands.
final class EventCodec {

  private EventCodec() {}

  static void write(CborOut out, IdentifiedEvent identified) {
    out.number(identified.tag()).number(identified.line()).number(identified.offset());
    switch (identified.event()) {
      case Event.Exchange e -> {
        out.flag(true).number(e.atMillis()).text(e.ip());
        write(out, e.prompt());
        write(out, e.system());
        out.text(e.capability()).text(e.model()).text(e.client()).text(e.language());
        out.number(e.inputTokens()).number(e.outputTokens()).number(e.count()).text(e.eventId());
      }
      case Event.Identifier e ->
          out.flag(false)
              .text(e.kind())
              .text(e.value())
              .flag(e.keyed())
              .number(e.at().toEpochMilli())
              .text(e.eventId());
      case Event.Account _, Event.Payment _, Event.Network _, Event.Organization _ ->
          throw noId(identified);
      case Event.Verdict _, Event.Claim _, Event.Model _ -> throw noId(identified);
    }
  }

  private static IllegalArgumentException noId(IdentifiedEvent event) {
    return new IllegalArgumentException("carries no eventId: " + event.event().getClass());
  }

  static IdentifiedEvent read(CborIn in, String account) {
    int tag = in.count();
    long line = in.number();
    long offset = in.number();
    Event event = in.flag() ? readExchange(in, account) : readIdentifier(in, account);
    return new IdentifiedEvent(event, tag, line, offset);
  }

  private static Event readExchange(CborIn in, String account) {
    return new Event.Exchange(
        account,
        in.number(),
        in.optionalText(),
        readSketch(in),
        readSketch(in),
        in.optionalText(),
        in.optionalText(),
        in.optionalText(),
        in.optionalText(),
        in.number(),
        in.number(),
        in.number(),
        in.optionalText());
  }

  private static Event readIdentifier(CborIn in, String account) {
    return new Event.Identifier(
        account,
        in.text(),
        in.text(),
        in.flag(),
        Instant.ofEpochMilli(in.number()),
        in.optionalText());
  }

  private static void write(CborOut out, @Nullable PromptSketch sketch) {
    if (sketch == null) {
      out.number(-1);
      return;
    }
    long[] shingles = sketch.shingles();
    out.number(shingles.length).number(sketch.key());
    for (long shingle : shingles) {
      out.number(shingle);
    }
  }

  private static @Nullable PromptSketch readSketch(CborIn in) {
    int size = in.count();
    if (size < 0) {
      return null;
    }
    long key = in.number();
    long[] shingles = new long[size];
    for (int i = 0; i < size; i++) {
      shingles[i] = in.number();
    }
    return new PromptSketch(key, shingles);
  }
}

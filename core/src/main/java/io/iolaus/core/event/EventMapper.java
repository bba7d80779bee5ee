package io.iolaus.core.event;

import static io.iolaus.core.event.FieldReader.required;

import io.iolaus.core.prompt.FingerprintException;
import io.iolaus.core.prompt.Fingerprints;
import io.iolaus.core.prompt.PromptSketch;
import io.iolaus.core.prompt.PromptSketcher;
import io.iolaus.core.secret.SiteSecret;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes the event that a line states: one method for each line type.
final class EventMapper {

  private final SiteSecret secret;
  private final PromptSketcher sketcher;
  private final Fingerprints fingerprints;
  private final FieldReader read;

  EventMapper(SiteSecret secret, PromptSketcher sketcher, Line line) {
    this.secret = secret;
    this.sketcher = sketcher;
    this.fingerprints = new Fingerprints(secret);
    this.read = new FieldReader(line);
  }

  LineType type() {
    String name = required(Field.TYPE, read.string(Field.TYPE));
    LineType type = LineType.named(name);
    if (type == null) {
      throw new LineException(Field.TYPE, ReasonCode.UNKNOWN_TYPE, "no such line type");
    }
    return type;
  }

  Event event(LineType type) {
    return switch (type) {
      case ACCOUNT_LINE -> account();
      case PAYMENT_LINE -> payment();
      case EXCHANGE_LINE -> exchange();
      case IDENTIFIER_LINE -> identifier();
      case NETWORK_LINE -> network();
      case ORGANIZATION_LINE -> organization();
      case VERDICT_LINE -> verdict();
      case CLAIM_LINE -> claim();
      case MODEL_LINE -> model();
    };
  }

  private Event.Account account() {
    String id = required(Field.ID, read.id(Field.ID));
    Instant createdAt = required(Field.CREATED_AT, read.time(Field.CREATED_AT));
    return new Event.Account(
        id,
        createdAt,
        Objects.requireNonNullElse(read.time(Field.AT), createdAt),
        read.oneOf(Field.STATUS, ClosedLists.ACCOUNT_STATUS),
        read.id(Field.EMAIL_DOMAIN),
        read.country(Field.COUNTRY),
        read.id(Field.PLAN),
        read.id(Field.ORGANIZATION),
        read.truth(Field.VERIFIED));
  }

  private Event.Payment payment() {
    return new Event.Payment(
        required(Field.ACCOUNT, read.id(Field.ACCOUNT)),
        required(Field.INSTRUMENT, read.id(Field.INSTRUMENT)),
        read.oneOf(Field.MATCH_KEY, ClosedLists.MATCH_KEY),
        required(Field.AT, read.time(Field.AT)),
        read.oneOf(Field.KIND, ClosedLists.PAYMENT_KIND),
        read.bin(Field.BIN),
        read.country(Field.ISSUER_COUNTRY));
  }

  private Event.Exchange exchange() {
    return new Event.Exchange(
        required(Field.ACCOUNT, read.id(Field.ACCOUNT)),
        required(Field.AT, read.time(Field.AT)),
        read.ip(Field.IP),
        prompt(),
        sketch(read.forgotten(Field.SYSTEM)),
        read.id(Field.CAPABILITY),
        read.id(Field.MODEL),
        read.id(Field.CLIENT),
        read.id(Field.LANGUAGE),
        number(Field.INPUT_TOKENS, 0, FieldReader.MAX_TOKENS, 0),
        number(Field.OUTPUT_TOKENS, 0, FieldReader.MAX_TOKENS, 0),
        number(Field.COUNT, 1, FieldReader.MAX_COUNT, 1),
        read.id(Field.EVENT_ID));
  }

  private Event.Identifier identifier() {
    String kind = required(Field.KIND, read.identifierKind(Field.KIND));
    String value = required(Field.VALUE, read.id(Field.VALUE));
    boolean keyed = ClosedLists.KEYED_IDENTIFIER_KINDS.contains(kind);
    String compared = kind.equals("email") ? EmailAddresses.canonical(value) : value;
    return new Event.Identifier(
        required(Field.ACCOUNT, read.id(Field.ACCOUNT)),
        kind,
        keyed ? secret.token(kind, compared) : compared,
        keyed,
        required(Field.AT, read.time(Field.AT)),
        read.id(Field.EVENT_ID));
  }

  private Event.Network network() {
    return new Event.Network(
        required(Field.PREFIX, read.prefix(Field.PREFIX)),
        Objects.requireNonNullElse(read.time(Field.AT), Instant.EPOCH),
        read.integer(Field.ASN, 0, FieldReader.MAX_ASN),
        read.text(Field.NAME),
        read.oneOf(Field.USE, ClosedLists.NETWORK_USE),
        read.country(Field.COUNTRY));
  }

  private Event.Organization organization() {
    String name = required(Field.NAME, read.text(Field.NAME));
    if (name.isBlank()) {
      throw new LineException(Field.NAME, ReasonCode.INVALID_TEXT, "must not be empty");
    }
    return new Event.Organization(
        required(Field.ID, read.id(Field.ID)),
        name,
        Objects.requireNonNullElse(read.time(Field.AT), Instant.EPOCH),
        read.texts(Field.ALIASES),
        read.ids(Field.DOMAINS),
        read.integers(Field.ASNS, 0, FieldReader.MAX_ASN),
        read.prefixes(Field.PREFIXES),
        read.ids(Field.BILLING_NAMES),
        read.oneOf(Field.KIND, ClosedLists.ORGANIZATION_KIND),
        read.country(Field.COUNTRY));
  }

  private Event.Verdict verdict() {
    return new Event.Verdict(
        required(Field.ACCOUNT, read.id(Field.ACCOUNT)),
        required(Field.VERDICT, read.oneOf(Field.VERDICT, ClosedLists.VERDICT)),
        required(Field.AT, read.time(Field.AT)),
        Objects.requireNonNullElse(read.id(Field.BY), ""),
        read.text(Field.NOTE));
  }

  private Event.Claim claim() {
    return new Event.Claim(
        required(Field.ORGANIZATION, read.id(Field.ORGANIZATION)),
        required(Field.STATEMENT, read.oneOf(Field.STATEMENT, ClosedLists.STATEMENT)),
        required(Field.BY, read.id(Field.BY)),
        required(Field.AT, read.time(Field.AT)),
        read.id(Field.CLUSTER),
        read.text(Field.CAMPAIGN),
        read.text(Field.REFERENCE));
  }

  private Event.Model model() {
    return new Event.Model(
        required(Field.ID, read.id(Field.ID)),
        required(Field.RELEASED_AT, read.time(Field.RELEASED_AT)),
        read.text(Field.NAME));
  }

  private @Nullable PromptSketch prompt() {
    String text = read.forgotten(Field.PROMPT);
    String fingerprint = read.string(Field.FINGERPRINT);
    if (fingerprint == null) {
      return sketch(text);
    }
    // An empty prompt beside a fingerprint contradicts it just as well.
    if (read.string(Field.PROMPT) != null) {
      throw new LineException(
          Field.FINGERPRINT, ReasonCode.PROMPT_AND_FINGERPRINT, "stands beside a prompt");
    }
    try {
      return fingerprints.decode(fingerprint);
    } catch (FingerprintException e) {
      throw new LineException(Field.FINGERPRINT, code(e.problem()), detail(e.problem()));
    }
  }

  private static ReasonCode code(FingerprintException.Problem problem) {
    return switch (problem) {
      case MALFORMED -> ReasonCode.INVALID_FINGERPRINT;
      case UNKNOWN_VERSION -> ReasonCode.FINGERPRINT_VERSION;
      case OTHER_KEY -> ReasonCode.FINGERPRINT_KEY;
    };
  }

  private static String detail(FingerprintException.Problem problem) {
    return switch (problem) {
      case MALFORMED -> "is no fingerprint";
      case UNKNOWN_VERSION -> "is of a version this program does not know";
      case OTHER_KEY -> "was made under another site's key";
    };
  }

  private @Nullable PromptSketch sketch(@Nullable String text) {
    return text == null ? null : sketcher.sketch(text);
  }

  private long number(Field field, long least, long most, long absent) {
    return Objects.requireNonNullElse(read.integer(field, least, most), absent);
  }
}

package io.iolaus.simulate.output;

import io.iolaus.simulate.random.RandomStream;
import io.iolaus.simulate.text.TextSource;
import io.iolaus.simulate.world.Account;
import io.iolaus.simulate.world.Exchange;
import io.iolaus.simulate.world.Fact;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes lines of the event format v1.
final class LineWriter implements AutoCloseable {

  private static final JsonFactory FACTORY = JsonFactory.builder().rootValueSeparator("\n").build();

  private final JsonGenerator json;
  private final RandomStream random;
  private final StringBuilder text = new StringBuilder();
  private boolean empty = true;

  /// Writes to a stream that it closes in the end.
  ///
  /// @param random from which the texts of exchanges are drawn
  LineWriter(OutputStream out, RandomStream random) {
    this.json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    this.random = random;
  }

  void write(Exchange exchange) {
    RandomStream draws = random.child(exchange.textKey());
    begin("exchange");
    json.writeStringProperty("account", exchange.account().id());
    time("at", exchange.at());
    string("ip", exchange.ip());
    text("prompt", exchange.utterance().text(), draws);
    int input = text.length() / 4 + 1;
    TextSource system = exchange.utterance().system();
    if (system != null) {
      text("system", system, draws);
      input += text.length() / 4;
    }
    string("capability", exchange.capability());
    string("model", exchange.model());
    string("client", exchange.client());
    json.writeStringProperty("language", exchange.utterance().language());
    long output = Math.min(8_000, (long) draws.lognormal(260, 0.9) + 5);
    json.writeNumberProperty("inputTokens", (long) input * exchange.count());
    json.writeNumberProperty("outputTokens", output * exchange.count());
    if (exchange.count() > 1) {
      json.writeNumberProperty("count", exchange.count());
    }
    json.writeEndObject();
  }

  void write(Fact fact) {
    switch (fact) {
      case Fact.Opened(Account account) -> opened(account);
      case Fact.Status(Account account, String status, long at) -> {
        begin("account");
        json.writeStringProperty("id", account.id());
        time("createdAt", account.createdAt());
        time("at", at);
        json.writeStringProperty("status", status);
      }
      case Fact.Payment payment -> {
        begin("payment");
        json.writeStringProperty("account", payment.account().id());
        json.writeStringProperty("instrument", payment.instrument());
        json.writeStringProperty("kind", payment.kind());
        string("bin", payment.bin());
        json.writeStringProperty("issuerCountry", payment.issuerCountry());
        json.writeStringProperty("matchKey", payment.matchKey());
        time("at", payment.at());
      }
      case Fact.Identifier(Account account, String kind, String value, long at) -> {
        begin("identifier");
        json.writeStringProperty("account", account.id());
        json.writeStringProperty("kind", kind);
        json.writeStringProperty("value", value);
        time("at", at);
      }
      case Fact.Verdict(Account account, String verdict, String by, long at) -> {
        begin("verdict");
        json.writeStringProperty("account", account.id());
        json.writeStringProperty("verdict", verdict);
        json.writeStringProperty("by", by);
        time("at", at);
      }
      case Fact.Claim claim -> {
        begin("claim");
        json.writeStringProperty("organization", claim.organization());
        json.writeStringProperty("statement", claim.statement());
        json.writeStringProperty("by", claim.by());
        time("at", claim.at());
        json.writeStringProperty("campaign", claim.campaign());
        json.writeStringProperty("reference", claim.reference());
      }
      case Fact.Network network -> {
        begin("network");
        json.writeStringProperty("prefix", network.prefix());
        json.writeNumberProperty("asn", network.asn());
        json.writeStringProperty("name", network.name());
        json.writeStringProperty("use", network.use());
        json.writeStringProperty("country", network.country());
      }
      case Fact.Organization organization -> organization(organization);
      case Fact.Model(String id, String name, long at) -> {
        begin("model");
        json.writeStringProperty("id", id);
        time("releasedAt", at);
        json.writeStringProperty("name", name);
      }
    }
    json.writeEndObject();
  }

  private void opened(Account account) {
    begin("account");
    json.writeStringProperty("id", account.id());
    time("createdAt", account.createdAt());
    json.writeStringProperty("status", "active");
    json.writeStringProperty("emailDomain", account.emailDomain());
    json.writeStringProperty("country", account.country());
    json.writeStringProperty("plan", account.plan());
    string("organization", account.organization());
    Boolean verified = account.verified();
    if (verified != null) {
      json.writeBooleanProperty("verified", verified);
    }
  }

  private void organization(Fact.Organization organization) {
    begin("organization");
    json.writeStringProperty("id", organization.id());
    json.writeStringProperty("name", organization.name());
    strings("aliases", organization.aliases());
    strings("domains", organization.domains());
    if (!organization.asns().isEmpty()) {
      json.writeArrayPropertyStart("asns");
      organization.asns().forEach(json::writeNumber);
      json.writeEndArray();
    }
    strings("prefixes", organization.prefixes());
    strings("billingNames", organization.billingNames());
    json.writeStringProperty("kind", organization.kind());
    json.writeStringProperty("country", organization.country());
  }

  private void begin(String type) {
    empty = false;
    json.writeStartObject();
    json.writeStringProperty("type", type);
  }

  private void time(String name, long at) {
    json.writeStringProperty(name, Instant.ofEpochMilli(at).toString());
  }

  private void string(String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  private void strings(String name, List<String> values) {
    if (!values.isEmpty()) {
      json.writeArrayPropertyStart(name);
      values.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private void text(String name, TextSource source, RandomStream draws) {
    text.setLength(0);
    source.append(text, draws);
    json.writeStringProperty(name, text.toString().strip());
  }

  /// Ends the last line and closes the stream.
  @Override
  public void close() {
    if (!empty) {
      json.writeRaw('\n');
    }
    json.close();
  }
}

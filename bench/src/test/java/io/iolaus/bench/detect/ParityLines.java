package io.iolaus.bench.detect;

import io.iolaus.core.event.Event;
import io.iolaus.simulate.ProvingSpec;
import io.iolaus.simulate.Scale;
import io.iolaus.simulate.Simulation;
import io.iolaus.simulate.evasion.Attack;
import io.iolaus.simulate.output.LineConsumer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lines of every third account of a proving ground, and of what such a population has not.
final class ParityLines {

  private static final int THINNED = 3;
  private static final long SEED = 7;

  /// Deleted and unheard-of accounts, addresses that are no evidence, a wallet as the only
  /// identifier, a verdict, and kinds of instruments.
  private static final String ODD =
      """
      {"type":"account","id":"odd-1","createdAt":"2026-04-20T10:00:00Z","at":"2026-05-20T10:00:00Z","status":"deleted"}
      {"type":"account","id":"odd-2","createdAt":"2026-04-20T10:00:01Z","emailDomain":"odd.example"}
      {"type":"account","id":"odd-3","createdAt":"2026-04-20T10:00:02Z","at":"2026-05-21T10:00:00Z","status":"suspended"}
      {"type":"payment","account":"odd-1","instrument":"odd-card","kind":"card","at":"2026-04-21T10:00:00Z"}
      {"type":"payment","account":"odd-2","instrument":"odd-card","kind":"card","at":"2026-04-21T10:00:00Z"}
      {"type":"payment","account":"odd-3","instrument":"odd-card","kind":"card","at":"2026-04-21T10:00:00Z"}
      {"type":"payment","account":"odd-4","instrument":"odd-voucher","kind":"prepaid","at":"2026-04-21T10:00:00Z"}
      {"type":"payment","account":"odd-5","instrument":"odd-voucher","kind":"prepaid","at":"2026-04-22T10:00:00Z"}
      {"type":"identifier","account":"odd-4","kind":"wallet","value":"odd-wallet","at":"2026-04-22T10:00:00Z"}
      {"type":"identifier","account":"odd-5","kind":"wallet","value":"odd-wallet","at":"2026-04-22T10:00:00Z"}
      {"type":"exchange","account":"odd-2","at":"2026-05-01T10:00:00Z","ip":"10.0.0.1","prompt":"Say it again."}
      {"type":"exchange","account":"odd-3","at":"2026-05-01T10:00:00Z","ip":"10.0.0.1","prompt":"Say it again."}
      {"type":"exchange","account":"odd-2","at":"2026-05-02T10:00:00Z","ip":"2a00:1450:4001:1::1"}
      {"type":"exchange","account":"odd-3","at":"2026-05-02T11:00:00Z","ip":"2a00:1450:4001:2::1"}
      {"type":"exchange","account":"odd-1","at":"2026-05-02T12:00:00Z","ip":"2a00:1450:4001:2::2","count":7}
      {"type":"verdict","account":"odd-3","verdict":"legitimate","by":"somebody","at":"2026-05-03T10:00:00Z"}
      """;

  private final List<byte[]> lines = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();

  static ParityLines make() {
    ParityLines made = new ParityLines();
    List<Event> latest = new ArrayList<>();
    MemoryLines decoder = new MemoryLines(latest::add);
    LineConsumer take =
        (bytes, from, to) -> {
          decoder.add(bytes, from, to);
          Event event = latest.removeLast();
          if (kept(event)) {
            made.lines.add(Arrays.copyOfRange(bytes, from, to));
            made.events.add(event);
          }
        };
    new Simulation(ProvingSpec.of(Scale.S, SEED).attack(Attack.MIXED).level(1).decoys(2))
        .lines(take);
    for (String line : ODD.lines().toList()) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      take.line(bytes, 0, bytes.length);
    }
    return made;
  }

  /// As a file of the event format has them.
  void write(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (byte[] line : lines) {
        out.write(line);
        out.write('\n');
      }
    }
  }

  /// What they say.
  List<Event> events() {
    return List.copyOf(events);
  }

  private static boolean kept(Event event) {
    String account =
        switch (event) {
          case Event.Account e -> e.id();
          case Event.Payment e -> e.account();
          case Event.Identifier e -> e.account();
          case Event.Exchange e -> e.account();
          case Event.Verdict e -> e.account();
          case Event.Network _, Event.Organization _, Event.Claim _, Event.Model _ -> "";
        };
    return account.isEmpty()
        || account.startsWith("odd-")
        || Math.floorMod(account.hashCode(), THINNED) == 0;
  }
}

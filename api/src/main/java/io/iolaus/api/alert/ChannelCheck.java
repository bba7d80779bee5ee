package io.iolaus.api.alert;

import io.iolaus.cypher.alert.Alert;
import io.iolaus.cypher.alert.AlertMessage;
import io.iolaus.cypher.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// Sends a test alert through each channel, without a server and without a trace in the graph.
public final class ChannelCheck {

  /// What came of it.
  ///
  /// @param problem empty where it was sent
  public record Result(String channel, String target, String problem) {
    public boolean sent() {
      return problem.isEmpty();
    }
  }

  private ChannelCheck() {}

  /// Tries each channel that is configured once, quiet hours or not; none where nothing is
  /// configured.
  ///
  /// @throws IllegalArgumentException that names a setting which is wrong
  public static List<Result> send(Home home) throws InterruptedException {
    return send(properties(), home, Clock.systemUTC());
  }

  static List<Result> send(AlertProperties properties, Home home, Clock clock)
      throws InterruptedException {
    List<Result> results = new ArrayList<>();
    for (AlertChannel channel :
        AlertConfiguration.channels(properties, home, clock, JsonMapper.shared())) {
      String problem =
          switch (channel.send(message(clock.instant()))) {
            case AlertChannel.Outcome.Sent() -> "";
            case AlertChannel.Outcome.Later later -> later.problem();
            case AlertChannel.Outcome.Refused(String refused) -> refused;
          };
      results.add(new Result(channel.name(), channel.target(), problem));
    }
    return results;
  }

  private static AlertMessage message(Instant now) {
    Alert alert =
        new Alert(
            "test",
            0,
            "test",
            "test",
            now,
            now,
            now,
            List.of("c-test"),
            List.of(new Alert.Outcome("c-test", "labelled", null, null)),
            0,
            0,
            Map.of(),
            Map.of(),
            "This is a test",
            "nothing happened",
            List.of("somebody asked for a test"),
            List.of(),
            List.of());
    return new AlertMessage("msg_" + UUID.randomUUID(), 0, now, now, List.of(alert));
  }

  /// As a server with this environment has them.
  private static AlertProperties properties() {
    StandardEnvironment environment = new StandardEnvironment();
    try {
      new YamlPropertySourceLoader()
          .load("application", new ClassPathResource("application.yml"))
          .forEach(environment.getPropertySources()::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return Binder.get(environment).bindOrCreate("iolaus.alerts", AlertProperties.class);
    } catch (RuntimeException e) {
      // Spring wraps what the record says.
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof IllegalArgumentException wrong) {
          throw wrong;
        }
      }
      throw e;
    }
  }
}

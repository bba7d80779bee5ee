package io.iolaus.api.cli;

import io.iolaus.ingest.kafka.KafkaSource;
import io.iolaus.ingest.kafka.LiveOptions;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `iolaus ingest` that read a Kafka topic.
final class KafkaOptions {

  @Option(
      names = "--kafka",
      required = true,
      paramLabel = "BROKERS",
      description = "Read a topic instead of files: host:port of brokers, commas between.")
  private String bootstrap = "";

  @Option(names = "--topic", required = true, paramLabel = "TOPIC", description = "The topic.")
  private String topic = "";

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      defaultValue = "iolaus",
      description =
          "The workers that share the topic's partitions; default: ${DEFAULT-VALUE}. How far a"
              + " topic is read, the graph knows, whatever the group.")
  private String group = "iolaus";

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "More settings of Kafka's consumer, as key=value lines: TLS, SASL.")
  private @Nullable Path settings;

  @Option(
      names = "--until-end",
      description = "Stop when everything is loaded that stands in the topic now.")
  private boolean untilEnd;

  KafkaSource source() throws IOException {
    return new KafkaSource(bootstrap, topic, group, settings == null ? Map.of() : read(settings));
  }

  LiveOptions options() {
    return LiveOptions.defaults().withUntilEnd(untilEnd);
  }

  private static Map<String, String> read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          file + " is no file of key=value lines (" + e.getMessage() + "): mend it", e);
    }
    Map<String, String> settings = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> settings.put(name, properties.getProperty(name)));
    return settings;
  }
}

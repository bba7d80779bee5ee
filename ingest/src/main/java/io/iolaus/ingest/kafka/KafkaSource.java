package io.iolaus.ingest.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// A topic whose records hold event lines.
///
/// @param bootstrap brokers to ask first, `host:port` with commas between
/// @param topic its name
/// @param group the workers that share the topic's partitions among them; it has no say in how far
///   the topic is read, which the graph knows
/// @param settings what Kafka's consumer is told besides: TLS, SASL, sizes of fetches
public record KafkaSource(
    String bootstrap, String topic, String group, Map<String, String> settings) {

  /// What exactly-once effects, or the options of the command, depend on.
  private static final Set<String> OURS =
      Set.of(
          ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
          ConsumerConfig.GROUP_ID_CONFIG,
          ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
          ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
          ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
          ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG);

  private static final int MIB = 1 << 20;

  public KafkaSource {
    settings = Map.copyOf(settings);
    requireText("the brokers", bootstrap);
    requireText("the topic", topic);
    requireText("the group", group);
    Set<String> reserved = new TreeSet<>(settings.keySet());
    reserved.retainAll(OURS);
    if (!reserved.isEmpty()) {
      throw new IllegalArgumentException(
          "the Kafka settings name "
              + String.join(", ", reserved)
              + ", which is not theirs to say: leave it out");
    }
  }

  private static void requireText(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " must be named, was empty");
    }
  }

  /// What the topic is called in progress, dead letters and batches.
  String name() {
    return "kafka:" + topic;
  }

  /// What a partition of it is called there.
  String name(int partition) {
    return name() + "/" + partition;
  }

  Properties consumer() {
    Map<String, Object> values = new HashMap<>();
    values.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "10000");
    // What is fetched and not folded yet, at most, for each broker.
    values.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Integer.toString(16 * MIB));
    // Records of transactions that were given up never happened.
    values.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    if (!"consumer".equalsIgnoreCase(settings.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG))) {
      // A worker that comes or goes disturbs no partition that stays where it is.
      values.put(
          ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
          CooperativeStickyAssignor.class.getName());
    }
    values.putAll(settings);
    values.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    values.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    values.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    values.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    values.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    values.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    values.put(
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
    return properties(values);
  }

  Properties admin() {
    Map<String, Object> values = new HashMap<>(settings);
    values.keySet().retainAll(AdminClientConfig.configNames());
    values.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    return properties(values);
  }

  private static Properties properties(Map<String, Object> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    return properties;
  }
}

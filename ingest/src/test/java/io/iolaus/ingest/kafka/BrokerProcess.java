package io.iolaus.ingest.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kafka.Kafka;
import kafka.tools.StorageTool;

/// A Kafka broker with its controller (KRaft), as a process of its own that can be killed; for the
/// measurements of `bench` too.
///
/// Arguments: a folder, the broker's port, the controller's port, further settings as `key=value`.
public final class BrokerProcess {

  private BrokerProcess() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Path settings = folder.resolve("server.properties");
    List<String> lines =
        new ArrayList<>(
            List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + args[2],
                "controller.listener.names=CONTROLLER",
                "listeners=PLAINTEXT://127.0.0.1:%s,CONTROLLER://127.0.0.1:%s"
                    .formatted(args[1], args[2]),
                "advertised.listeners=PLAINTEXT://127.0.0.1:" + args[1],
                "log.dirs=" + folder.resolve("log"),
                "auto.create.topics.enable=false",
                "offsets.topic.num.partitions=1",
                "offsets.topic.replication.factor=1",
                "group.initial.rebalance.delay.ms=0"));
    lines.addAll(List.of(args).subList(3, args.length));
    Files.write(settings, lines);
    int status =
        StorageTool.execute(
            new String[] {
              "format",
              "-t",
              "ioLaustestclusterAAAAA",
              "-c",
              settings.toString(),
              "--ignore-formatted"
            },
            System.out);
    if (status != 0) {
      System.exit(status);
    }
    Kafka.main(new String[] {settings.toString()});
  }
}

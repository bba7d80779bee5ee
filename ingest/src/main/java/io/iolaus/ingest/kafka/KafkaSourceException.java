package io.iolaus.ingest.kafka;

import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// The topic cannot be read. The message is one sentence that says what to do.
public final class KafkaSourceException extends IOException {
  private static final long serialVersionUID = 1L;

  KafkaSourceException(String message) {
    super(message);
  }

  private KafkaSourceException(String message, Throwable cause) {
    super(message, cause);
  }

  /// What Kafka's client says, in words that help.
  static KafkaSourceException of(Throwable error, KafkaSource source) {
    return new KafkaSourceException(
        switch (error) {
          case UnknownTopicOrPartitionException _, InvalidTopicException _ ->
              "there is no topic "
                  + source.topic()
                  + " at "
                  + source.bootstrap()
                  + ": check the topic's name, or make it";
          case AuthenticationException e ->
              source.bootstrap()
                  + " refuses who we say we are ("
                  + e.getMessage()
                  + "): check the login in the Kafka settings";
          case GroupAuthorizationException _ ->
              "may not read as group "
                  + source.group()
                  + ": name another group, or have READ on it granted";
          case AuthorizationException _ ->
              "may not read topic " + source.topic() + ": have READ and DESCRIBE on it granted";
          case TimeoutException _ ->
              "no Kafka broker answers at "
                  + source.bootstrap()
                  + ": check that it runs, that this is its address, and whether it wants TLS or a"
                  + " login (in the Kafka settings)";
          case KafkaException e -> "cannot read topic " + source.topic() + ": " + words(e);
          default -> "cannot read topic " + source.topic() + ": " + words(error);
        },
        error);
  }

  /// Whether the same may work a little later.
  boolean passes() {
    return getCause() instanceof RetriableException
        && !(getCause() instanceof UnknownTopicOrPartitionException);
  }

  /// Whether there is no such topic.
  boolean noTopic() {
    return getCause() instanceof UnknownTopicOrPartitionException;
  }

  /// The innermost words: the outer ones only say which client could not be made.
  private static String words(Throwable error) {
    Throwable innermost = error;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    return message == null ? innermost.getClass().getSimpleName() : message;
  }
}

package io.iolaus.ingest.kafka;

import io.iolaus.cypher.test.Neo4jTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// A test class that wants a database and a broker; one of each serves all classes of a module run.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Neo4jTest
@ExtendWith(KafkaTest.Extension.class)
@interface KafkaTest {

  /// Gives test methods the broker.
  final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == KafkaBroker.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getStore(
              ExtensionContext.StoreScope.LAUNCHER_SESSION,
              ExtensionContext.Namespace.create(KafkaTest.class))
          .computeIfAbsent(KafkaBroker.class, key -> KafkaBroker.start(), KafkaBroker.class);
    }
  }
}

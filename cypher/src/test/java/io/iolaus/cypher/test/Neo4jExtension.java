package io.iolaus.cypher.test;

import io.iolaus.cypher.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.Driver;

/// What {@link Neo4jTest} does.
final class Neo4jExtension implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(Neo4jExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    TestGraph.empty(driver(context));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      TestGraph.checkInvariants(driver(context));
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Driver.class || type == Home.class || type == AuthToken.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == Home.class) {
      return home(context);
    }
    return type == Driver.class ? driver(context) : database(context).token();
  }

  private static Driver driver(ExtensionContext context) {
    return database(context).driver();
  }

  private static TestDatabase database(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .computeIfAbsent(TestDatabase.class, key -> TestDatabase.open(), TestDatabase.class);
  }

  private static Home home(ExtensionContext context) {
    ExtensionContext ofClass =
        context.getTestClass().isPresent() && context.getTestMethod().isPresent()
            ? context.getParent().orElse(context)
            : context;
    return ofClass
        .getStore(NAMESPACE)
        .computeIfAbsent(TemporaryHome.class, key -> TemporaryHome.create(), TemporaryHome.class)
        .home();
  }

  private record TemporaryHome(Home home) implements AutoCloseable {

    static TemporaryHome create() {
      try {
        return new TemporaryHome(Home.at(Files.createTempDirectory("iolaus-home")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      try (Stream<Path> files = Files.walk(home.path())) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }
}

package io.iolaus.api.load;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/// A driver to a real database in which what is asked about some things takes long: of [#ENDLESS]
/// in the database itself, of [#LATE] before it is asked.
final class SlowDriver {

  static final String ENDLESS = "endless";

  static final String LATE = "late";

  static final Duration DELAY = Duration.ofSeconds(1);

  /// What runs in place of the statement, until somebody ends it.
  static final String QUERY =
      "UNWIND range(1, 1000000000000) AS n WITH n WHERE n % 2 = 3 RETURN n AS nothing";

  private SlowDriver() {}

  static Driver of(Driver driver) {
    return proxy(Driver.class, driver);
  }

  private static <T> T proxy(Class<T> type, T real) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("run") && arguments.length > 1) {
            if (arguments[1] instanceof Map<?, ?> values && values.containsValue(ENDLESS)) {
              arguments[0] = QUERY;
            } else if (arguments[1] instanceof Map<?, ?> values && values.containsValue(LATE)) {
              Thread.sleep(DELAY);
            }
          }
          try {
            Object result = method.invoke(real, arguments);
            return result instanceof Session session ? proxy(Session.class, session) : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return type.cast(
        Proxy.newProxyInstance(SlowDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}

package io.iolaus.api.server;

import io.iolaus.cypher.home.Home;
import java.util.Collection;
import org.neo4j.driver.Driver;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.HandlerMapping;

/// A running server. Closing it stops the schedule, lets requests end and frees the port; the
/// driver stays open.
public final class IolausServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final String address;

  private IolausServer(ConfigurableApplicationContext context, String address) {
    this.context = context;
    this.address = address;
  }

  /// Starts serving; returns when the port answers. Writes its log to the home and nothing to the
  /// console.
  ///
  /// @throws PortInUseException when another program listens on the port
  public static IolausServer start(Driver driver, Home home, ServerOptions options) {
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(ServerConfiguration.class)
            .web(WebApplicationType.SERVLET)
            .bannerMode(Banner.Mode.OFF)
            // The command line closes us, then the database, in that order.
            .registerShutdownHook(false)
            .initializers(context -> {
              // Singletons that are handed in are not closed by the context.
              context.getBeanFactory().registerSingleton("driver", driver);
              context.getBeanFactory().registerSingleton("home", home);
              context.getBeanFactory().registerSingleton("serverOptions", options);
            });
    try {
      return new IolausServer(application.run(arguments(home, options)), options.address());
    } catch (RuntimeException e) {
      throw explained(e, options);
    }
  }

  /// As arguments, because these stand above the environment: a `SERVER_PORT` that another program
  /// left there must not move us.
  private static String[] arguments(Home home, ServerOptions options) {
    return new String[] {
      "--spring.config.location=classpath:/application.yml",
      "--server.port=" + options.port(),
      "--server.address=" + options.address(),
      "--logging.file.name=" + home.logs().resolve("iolaus.log"),
      // Cookies know no ports: two homes served side by side must not log each other out.
      "--server.servlet.session.cookie.name=IOLAUS-SESSION-" + options.port()
    };
  }

  private static RuntimeException explained(RuntimeException error, ServerOptions options) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof org.springframework.boot.web.server.PortInUseException) {
        return new PortInUseException(options.port(), options.address(), error);
      }
    }
    return error;
  }

  /// The port that is listened on.
  public int port() {
    if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
      return web.getWebServer().getPort();
    }
    throw new IllegalStateException("the server is not running");
  }

  /// Where a browser on this machine finds it.
  public String url() {
    String host = address.contains(":") ? "[" + address + "]" : address;
    return "http://" + host + ":" + port();
  }

  /// All that answers to requests.
  Collection<HandlerMapping> handlers() {
    return context.getBeansOfType(HandlerMapping.class).values();
  }

  @Override
  public void close() {
    context.close();
  }
}

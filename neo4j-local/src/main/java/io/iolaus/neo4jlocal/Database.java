package io.iolaus.neo4jlocal;

import inet.ipaddr.IPAddressString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.commandline.admin.security.SetInitialPasswordCommand;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.SettingValueParsers;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.AuthenticationResult;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.kernel.api.security.AuthManager;
import org.neo4j.kernel.api.security.AuthToken;
import org.neo4j.kernel.api.security.exception.InvalidAuthTokenException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import picocli.CommandLine;

/// A running Neo4j on one data folder: loopback only, with authentication, without HTTP, telemetry,
/// files or URLs.
final class Database implements AutoCloseable {

  private final DatabaseManagementService service;

  private Database(DatabaseManagementService service) {
    this.service = service;
  }

  static Database start(Arguments arguments) throws IOException {
    String password = Files.readAllLines(arguments.passwordFile()).getFirst().strip();
    // Before the first start, so that there is never a moment in which the well-known password
    // works.
    setInitialPassword(arguments.data(), password);
    Database database =
        new Database(
            new DatabaseManagementServiceBuilder(arguments.data())
                .setConfig(settings(arguments))
                .build());
    database.setPassword(password);
    Procedures.restrict(database.graph());
    if (arguments.warmUp()) {
      WarmUp.run(database.graph());
    }
    return database;
  }

  private static Map<org.neo4j.graphdb.config.Setting<?>, Object> settings(Arguments arguments) {
    SocketAddress bolt = new SocketAddress("127.0.0.1", arguments.boltPort());
    Path importFolder = arguments.importFolder();
    return Map.ofEntries(
        Map.entry(BoltConnector.enabled, true),
        Map.entry(BoltConnector.listen_address, bolt),
        Map.entry(BoltConnector.advertised_address, bolt),
        Map.entry(BoltConnector.server_bolt_telemetry_enabled, false),
        Map.entry(HttpConnector.enabled, false),
        Map.entry(GraphDatabaseSettings.auth_enabled, true),
        Map.entry(GraphDatabaseSettings.udc_enabled, false),
        Map.entry(GraphDatabaseInternalSettings.udc_network_enabled, false),
        Map.entry(GraphDatabaseSettings.allow_file_urls, importFolder != null),
        Map.entry(
            GraphDatabaseSettings.load_csv_file_url_root,
            importFolder != null ? importFolder : arguments.data().resolve("import")),
        // LOAD CSV takes URLs too: with every address blocked it reads none.
        Map.entry(
            GraphDatabaseInternalSettings.cypher_ip_blocklist,
            List.of(new IPAddressString("0.0.0.0/0"), new IPAddressString("::/0"))),
        // Neo4j's own procedures are always let through, see {@link Procedures}; of others, none.
        Map.entry(GraphDatabaseSettings.procedure_allowlist, List.of("none")),
        Map.entry(GraphDatabaseSettings.procedure_unrestricted, List.<String>of()),
        Map.entry(
            GraphDatabaseSettings.pagecache_memory,
            SettingValueParsers.BYTES.parse(arguments.pageCache())),
        // One statement alone must not take the memory of all others: a transaction that needs more
        // than half of the heap ends.
        Map.entry(
            GraphDatabaseSettings.memory_transaction_max_size,
            Runtime.getRuntime().maxMemory() / 2),
        // How soon a transaction that is out of time is noticed.
        Map.entry(GraphDatabaseSettings.transaction_monitor_check_interval, Duration.ofMillis(500)),
        Map.entry(GraphDatabaseSettings.keep_logical_logs, "1 files"),
        Map.entry(
            GraphDatabaseSettings.logical_log_rotation_threshold,
            SettingValueParsers.BYTES.parse("32m")),
        // A laptop should not find a quarter of a gigabyte of zeros in an empty home.
        Map.entry(GraphDatabaseSettings.preallocate_logical_logs, false),
        // The default waits five seconds twice for new connections, although nobody is left to make
        // them.
        Map.entry(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, Duration.ZERO),
        Map.entry(
            GraphDatabaseInternalSettings.netty_server_shutdown_timeout, Duration.ofSeconds(2)),
        Map.entry(GraphDatabaseSettings.shutdown_transaction_end_timeout, Duration.ofSeconds(5)));
  }

  private static void setInitialPassword(Path data, String password) throws IOException {
    if (Files.exists(data.resolve("data").resolve("databases"))) {
      return;
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        DefaultFileSystemAbstraction files = new DefaultFileSystemAbstraction()) {
      ExecutionContext context = new ExecutionContext(data, data.resolve("conf"), out, out, files);
      int status = new CommandLine(new SetInitialPasswordCommand(context)).execute("--", password);
      if (status != 0) {
        throw new IOException("cannot set the password: " + said.toString(StandardCharsets.UTF_8));
      }
    }
  }

  /// Makes the password what the file says also where the database is older than the file. One that
  /// is right already is left alone: while a user is replaced nobody can log in, and whoever waited
  /// for the database to come back would be told that his password is wrong.
  private void setPassword(String password) throws IOException {
    GraphDatabaseService system = service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME);
    if (!isPassword(system, password)) {
      system.executeTransactionally(
          "CREATE OR REPLACE USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
          Map.of("password", password));
    }
  }

  private static boolean isPassword(GraphDatabaseService system, String password)
      throws IOException {
    AuthManager logins =
        ((GraphDatabaseAPI) system).getDependencyResolver().resolveDependency(AuthManager.class);
    try {
      AuthenticationResult result =
          logins
              .login(
                  AuthToken.newBasicAuthToken("neo4j", password),
                  ClientConnectionInfo.EMBEDDED_CONNECTION)
              .subject()
              .getAuthenticationResult();
      return result == AuthenticationResult.SUCCESS;
    } catch (InvalidAuthTokenException e) {
      throw new IOException("cannot check the password", e);
    }
  }

  int boltPort() {
    return ((GraphDatabaseAPI) graph())
        .getDependencyResolver()
        .resolveDependency(ConnectorPortRegister.class)
        .getLocalAddress(ConnectorType.BOLT)
        .getPort();
  }

  private GraphDatabaseService graph() {
    return service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
  }

  @Override
  public void close() {
    service.shutdown();
  }
}

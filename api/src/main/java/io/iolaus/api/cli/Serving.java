package io.iolaus.api.cli;

import io.iolaus.api.server.IolausServer;
import io.iolaus.api.server.ServerOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;

/// Runs the server on an open home until the process is told to end.
final class Serving {

  private Serving() {}

  /// Finds out early whether the port can be had, before minutes of work are done for it.
  static void requireFree(ServerOptions options) {
    if (options.port() == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(
          new java.net.InetSocketAddress(InetAddress.getByName(options.address()), options.port()));
    } catch (BindException e) {
      throw new CommandException(
          "port %d of %s is in use: stop the program that has it, or choose another with --port"
              .formatted(options.port(), options.address()),
          e);
    } catch (IOException e) {
      throw new CommandException(
          "cannot listen on %s (%s): choose another with --address or --port"
              .formatted(options.address(), e.getMessage()),
          e);
    }
  }

  /// Serves and blocks. At Ctrl-C or SIGTERM the server lets requests end, then the database writes
  /// a checkpoint and stops.
  ///
  /// @param showPassword whether to print the administrator's password, not only where it is
  static void untilStopped(Workspace workspace, ServerOptions options, boolean showPassword)
      throws InterruptedException {
    IolausServer server;
    try {
      server = IolausServer.start(workspace.driver(), workspace.home(), options);
    } catch (RuntimeException e) {
      workspace.close();
      throw e;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  Console.say("stopping");
                  try (workspace;
                      server) {
                    stopped.countDown();
                  }
                  Console.say("stopped");
                },
                "stop"));
    announce(workspace, server, showPassword);
    stopped.await();
  }

  private static void announce(Workspace workspace, IolausServer server, boolean showPassword) {
    String password = workspace.home().secret("admin.password"); // made at the first start
    Console.say("");
    Console.say("Iolaus answers at " + server.url());
    Console.say(
        showPassword
            ? "user admin, password " + password
            : "user admin, password in " + workspace.home().secretFile("admin.password"));
    Console.say("Ctrl-C stops it.");
  }
}
